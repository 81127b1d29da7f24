/** What pages show of items: one whole with its history, or a few lines of each in a list. */
package org.regionwire.pages.items;
