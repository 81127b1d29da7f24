/** What letters say, and how they are laid out. */
package org.regionwire.digest.letters;
