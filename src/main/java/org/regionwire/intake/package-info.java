/**
 * From an untrusted submission to a valid news item, or to a refusal that says how to mend it. What
 * goes between the packages below is here, and what a sender is answered.
 */
package org.regionwire.intake;
