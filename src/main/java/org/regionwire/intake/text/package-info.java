/** What every text goes through on its way in, and the words of what is said about it. */
package org.regionwire.intake.text;
