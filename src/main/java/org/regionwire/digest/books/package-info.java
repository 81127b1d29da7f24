/**
 * The tables of subscribers, subscriptions and the ledger: all that is written of them, in one
 * transaction at a time.
 */
package org.regionwire.digest.books;
