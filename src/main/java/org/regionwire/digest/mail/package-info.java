/** Letters on their way out: to a folder, or to an SMTP server. */
package org.regionwire.digest.mail;
