/** A page of a feed, and how it is written in RSS, Atom and JSON. */
package org.regionwire.feeds.formats;
