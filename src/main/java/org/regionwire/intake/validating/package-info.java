/** From a draft to a valid news item, or to a refusal with everything that is wrong with it. */
package org.regionwire.intake.validating;
