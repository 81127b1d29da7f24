/** From a row of the ledger to the outbox, and what became of it. */
package org.regionwire.digest.sending;
