package org.regionwire.digest.operating;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.regionwire.archive.Database;
import org.regionwire.digest.MailAddress;
import org.regionwire.digest.Tokens;
import org.regionwire.digest.books.JdbiBooks;
import org.regionwire.digest.operating.JdbiCorrespondence.Line;

/** What an operator may see and do about one address, who has it in hand anyway. */
public final class Acquaintance {
  private final Database database;
  private final JdbiBooks books;
  private final Tokens tokens;
  private final Clock clock;

  /**
   * @param suppressed why nobody writes to it; empty when letters may go there
   * @param letters the latest first
   */
  public record Known(Optional<String> suppressed, List<Line> letters) {}

  public Acquaintance(Database database, Tokens tokens, Clock clock) {
    this.database = database;
    this.books = new JdbiBooks(database);
    this.tokens = tokens;
    this.clock = clock;
  }

  /** What is known of an address; nothing of it is in the answer. */
  public Known of(String address) {
    String hash = tokens.addressHash(address);
    var suppressed = books.read(open -> open.suppressions().reason(hash));
    var person = books.read(open -> open.subscribers().byAddress(address));
    var letters =
        person.map(known -> new JdbiCorrespondence(database).of(known.id())).orElse(List.of());
    return new Known(
        suppressed,
        letters.stream().map(line -> line.without(address, MailAddress.masked(address))).toList());
  }

  /**
   * Letters may go there again, once someone asks for them.
   *
   * @return why they might not; empty when they might
   */
  public Optional<String> allow(String address) {
    String hash = tokens.addressHash(address);
    return books.write(
        open -> {
          var reason = open.suppressions().reason(hash);
          open.suppressions().end(hash);
          open.subscribers()
              .byAddress(address)
              .ifPresent(person -> open.returns().forgetScore(person.id(), clock.instant()));
          return reason;
        });
  }
}
