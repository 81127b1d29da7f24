/** Who gets a digest now: those whose hour has come, and those who must not wait for theirs. */
package org.regionwire.digest.planning;
