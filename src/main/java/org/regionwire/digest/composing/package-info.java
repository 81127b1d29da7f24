/** What belongs into a letter, found out at the moment it is sent, or looked at before. */
package org.regionwire.digest.composing;
