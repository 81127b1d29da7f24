/** From an untrusted submission to a valid news item, or to a refusal that says how to mend it. */
package org.regionwire.intake;
