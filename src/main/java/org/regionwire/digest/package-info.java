/**
 * The words of the letters that subscribers get: what is said of them in every package below. The
 * ledger says what was sent to whom; a message on a queue is only a reminder to look there.
 */
package org.regionwire.digest;
