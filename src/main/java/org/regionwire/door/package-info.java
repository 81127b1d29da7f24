/** Who comes to the door: from where, how often, by whose page, and whether there is room. */
package org.regionwire.door;
