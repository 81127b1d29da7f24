/** What follows when letters come back, or are called junk: for a reader, and for all sending. */
package org.regionwire.digest.bounces;
