/** From the bytes of a submission, in each form that is taken, to a draft; unchecked. */
package org.regionwire.intake.reading;
