/** Feeds are handed out over HTTP: whole, as what is new in them, or not again. */
package org.regionwire.feeds.delivery;
