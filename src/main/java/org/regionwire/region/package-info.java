/** Regions: what they are called, how they contain each other, and which ones a text names. */
package org.regionwire.region;
