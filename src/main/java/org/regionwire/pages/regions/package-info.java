/** What pages show of regions: the page of each, their tree, their map, and links to them. */
package org.regionwire.pages.regions;
