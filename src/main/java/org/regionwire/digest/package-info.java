/**
 * Subscriptions, and the one letter a day that each subscriber gets. The ledger says what was sent
 * to whom; a message on a queue is only a reminder to look there.
 */
package org.regionwire.digest;
