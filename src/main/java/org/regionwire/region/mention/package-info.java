/** Which places a text names, which it is about, how sure that is, and why. */
package org.regionwire.region.mention;
