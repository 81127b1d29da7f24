/** A feed as ready bytes: what it shows, and what those lack who saw it before. */
package org.regionwire.feeds.rendering;
