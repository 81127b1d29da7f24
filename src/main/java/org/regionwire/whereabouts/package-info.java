/**
 * Where an item is between the door and the feeds: on its way, waiting for its time, overlooked;
 * and what it is now, for those who change it.
 */
package org.regionwire.whereabouts;
