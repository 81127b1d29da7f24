/** What feeds say of an item, whatever they are written in. */
package org.regionwire.feeds.entries;
