/** Feeds: what is asked for becomes RSS, Atom or JSON, and stands on the shelf as ready bytes. */
package org.regionwire.feeds;
