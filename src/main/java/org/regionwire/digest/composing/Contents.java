package org.regionwire.digest.composing;

import org.regionwire.digest.Edition;
import org.regionwire.digest.mail.Mail;

/**
 * A letter as it goes out.
 *
 * @param upTo everything up to this sequence is in it or was said before; less than the ledger
 *     planned when there was too much
 */
public record Contents(Mail mail, Edition edition, long upTo) {}
