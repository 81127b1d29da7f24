/**
 * All that cannot be made again in one file, and back from it: tables in words that both databases
 * understand, secrets, and what waits for the archive.
 */
package org.regionwire.backup;
