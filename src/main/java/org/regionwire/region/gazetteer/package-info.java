/** Places of the world and what they are called, read from one packed file. */
package org.regionwire.region.gazetteer;
