/** The drop folder, and where its files go with their receipts. */
package org.regionwire.intake.inbox;
