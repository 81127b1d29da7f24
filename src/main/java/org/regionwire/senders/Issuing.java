package org.regionwire.senders;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.regionwire.archive.Database;

/** Makes tokens and takes them back, beside a running wire, which learns of it within a second. */
public final class Issuing {
  private final Database database;
  private final Clock clock;
  private final RandomGenerator random;

  /**
   * @param random a {@code SecureRandom}
   */
  public Issuing(Database database, Clock clock, RandomGenerator random) {
    this.database = database;
    this.clock = clock;
    this.random = random;
  }

  /**
   * A new token for a sender, beside those that the sender has.
   *
   * @param regions slugs; empty for all
   * @param perMinute 0 for what the setting says
   * @return the token itself, which nobody can read again
   */
  public String issue(String name, List<String> regions, int perMinute, Optional<Instant> expires) {
    var token = TokenText.random(random);
    var sender = new Sender(token.id(), name, regions, perMinute);
    var issued =
        new Issued(
            sender, token.hash(), clock.instant(), expires, Optional.empty(), Optional.empty());
    return database.write(
        handle -> {
          new JdbiTokens(handle).add(issued);
          return token.text();
        });
  }

  /** As {@link #issue(String, List, int, Optional)}. */
  public String issue(TokenWish wish) {
    return issue(wish.sender(), wish.regions(), wish.perMinute(), wish.expires());
  }

  /** Oldest first, revoked ones too. */
  public List<Issued> all() {
    return database.read(handle -> new JdbiTokens(handle).all());
  }

  /**
   * Takes a token back for good.
   *
   * @param token its id, or the token itself
   * @return false when there is none, or it is revoked already
   */
  public boolean revoke(String token) {
    String id = TokenText.of(token).map(TokenText::id).orElse(token);
    return database.write(handle -> new JdbiTokens(handle).revoke(id, clock.instant()));
  }
}
