/** The region graph: files and gazetteer put together, and checked. */
package org.regionwire.region.graph;
