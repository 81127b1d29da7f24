package org.regionwire.senders;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.regionwire.archive.Database;

/**
 * Who sends, by token. Tokens are looked up in memory, as they were at the last {@link #refresh};
 * when each was used is written there too, never while a sender waits.
 */
public final class Senders {
  private static final Duration USED_AT_MOST_EACH = Duration.ofMinutes(1);

  private final Database database;
  private final Predicate<String> submitToken;
  private final Sender newsroom;
  private final Clock clock;

  /** When each was last used, in milliseconds since 1970; by id. */
  private final Map<String, Long> used = new ConcurrentHashMap<>();

  private volatile Map<String, Issued> issued = Map.of();

  /**
   * @param newsroom for whom the submit token and the inbox speak
   * @param submitToken whether a text is the submit token
   */
  public Senders(Database database, String newsroom, Predicate<String> submitToken, Clock clock) {
    this.database = database;
    this.submitToken = submitToken;
    this.newsroom = new Sender(Sender.SUBMIT_TOKEN, newsroom, List.of(), 0);
    this.clock = clock;
    read();
  }

  /** Whose token it is; nothing when it admits nobody. */
  public Optional<Sender> of(String token) {
    var text = TokenText.of(token);
    if (text.isEmpty()) {
      return submitToken.test(token) ? Optional.of(newsroom) : Optional.empty();
    }
    Instant now = clock.instant();
    var found = known(text.get()).filter(one -> one.valid(now)).map(Issued::sender);
    found.ifPresent(sender -> used.put(sender.token(), now.toEpochMilli()));
    return found;
  }

  /** Why a token admits nobody, as the rest of a sentence; only who has the token learns more. */
  public String whyNot(String token) {
    return TokenText.of(token)
        .flatMap(this::known)
        .map(one -> one.revoked().isPresent() ? "was revoked" : "expired " + end(one))
        .orElse("is not one that this wire knows");
  }

  private static String end(Issued one) {
    return one.expires().map(end -> "at " + end).orElse("");
  }

  private Optional<Issued> known(TokenText text) {
    return Optional.ofNullable(issued.get(text.id())).filter(one -> text.hasHash(one.hash()));
  }

  /** Learns what was issued and revoked meanwhile, and keeps when each was last used. */
  public void refresh() {
    read();
    Map<String, Long> news =
        used.entrySet().stream()
            .filter(use -> isNews(use.getKey(), use.getValue()))
            .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    if (!news.isEmpty()) {
      write(news);
    }
  }

  private boolean isNews(String id, long millis) {
    var known =
        Optional.ofNullable(issued.get(id)).flatMap(Issued::used).map(Instant::toEpochMilli);
    return millis > known.orElse(0L)
        && known.filter(then -> millis - then < USED_AT_MOST_EACH.toMillis()).isEmpty();
  }

  private void write(Map<String, Long> uses) {
    database.write(
        handle -> {
          var tokens = new JdbiTokens(handle);
          uses.forEach(tokens::used);
          return true;
        });
  }

  private void read() {
    issued =
        database.read(handle -> new JdbiTokens(handle).all()).stream()
            .collect(Collectors.toMap(one -> one.sender().token(), Function.identity()));
  }
}
