/** What the DNS has to say so that others take letters for genuine. */
package org.regionwire.digest.mail.dns;
