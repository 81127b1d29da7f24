/** When an event is, found in its text, and whether two items tell of the same one. */
package org.regionwire.region.event;
