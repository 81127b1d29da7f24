/** Feeds: which there are, what they are called, and what an address asks for. */
package org.regionwire.feeds;
