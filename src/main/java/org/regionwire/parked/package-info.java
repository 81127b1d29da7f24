/** Parked items: which they are, what would become of each, and putting them back. */
package org.regionwire.parked;
