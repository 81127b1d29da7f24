/** Feeds are made from the archive here, and those that somebody asks for stand ready. */
package org.regionwire.feeds.shelf;
