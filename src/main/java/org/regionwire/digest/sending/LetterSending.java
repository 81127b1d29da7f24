package org.regionwire.digest.sending;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.regionwire.archive.Database;
import org.regionwire.digest.Edition;
import org.regionwire.digest.Letter;
import org.regionwire.digest.Settlement;
import org.regionwire.digest.Subscriber;
import org.regionwire.digest.Subscription;
import org.regionwire.digest.Tokens;
import org.regionwire.digest.books.JdbiBooks;
import org.regionwire.digest.bounces.Suppressing;
import org.regionwire.digest.composing.Contents;
import org.regionwire.digest.composing.LetterContents;
import org.regionwire.digest.composing.Waiting;
import org.regionwire.digest.mail.Outbox;

/**
 * Sends letters: lease some, compose them, and for each: write down that it is about to go, let it
 * go, write down what became of it. The one moment nobody can close is between the final dot and
 * that commit: who dies there leaves the letter in {@code sending}. When its lease ends the sweep
 * calls it uncertain, and it goes out again under the same Message-ID: one duplicate at most for
 * each connection and each such death, and no loss.
 */
public final class LetterSending {
  /** Longer than the slowest hand-over: were it shorter, a slow one would be sent twice. */
  static final Duration LEASE = Outbox.LONGEST.plusSeconds(10);

  /** Letters leased and composed together. */
  private static final int SOME = 250;

  private final JdbiBooks books;
  private final LetterContents contents;
  private final Outbox outbox;
  private final Suppressing suppressing;
  private final Clock clock;
  private final int connections;
  private final Pace pace;
  private final Breaker breaker = new Breaker();

  /**
   * @param connections at once
   * @param perSecond letters to one domain, 0 for no limit
   */
  public LetterSending(
      Database database,
      LetterContents contents,
      Outbox outbox,
      Tokens tokens,
      Clock clock,
      int connections,
      int perSecond) {
    this.books = new JdbiBooks(database);
    this.contents = contents;
    this.outbox = outbox;
    this.suppressing = new Suppressing(tokens);
    this.clock = clock;
    this.connections = connections;
    this.pace = new Pace(perSecond);
  }

  /** As {@link #send(List)}, of one. */
  public void send(String letterId) {
    send(List.of(letterId));
  }

  /**
   * Sends letters of the ledger, but for those that are settled, held, being sent, or to be sent
   * later. What is deferred comes back by the sweep.
   *
   * @throws RuntimeException when the ledger or the archive cannot be used, or a letter cannot be
   *     written; the other letters were sent
   */
  public void send(List<String> letterIds) {
    if (letterIds.isEmpty()) {
      return;
    }
    Set<String> handed = ConcurrentHashMap.newKeySet();
    int senders = Math.min(connections, letterIds.size());
    try (var clerk = new Clerk(books, clock, senders)) {
      if (senders == 1) {
        alone(letterIds, clerk, handed);
      } else {
        var round = new Round(() -> postman(clerk), senders);
        try {
          inSomes(letterIds, clerk, noting(handed, round::take));
        } finally {
          round.finish();
        }
      }
    }
    eraseForgotten(handed);
  }

  /** Settles a letter in doubt as someone decided; false when it is settled or taken meanwhile. */
  public static boolean countAsSent(JdbiBooks.Open open, Letter letter, Instant now) {
    var sent = Settlement.countedAsSent(letter, now);
    var end = new Report.End(sent, Edition.NOTHING, letter.upTo());
    return Report.write(open, List.of(end), now).get(0);
  }

  private Consumer<Ready> noting(Set<String> handed, Consumer<Ready> out) {
    if (!outbox.keeps()) {
      return out;
    }
    return ready -> {
      handed.add(ready.letter().id());
      out.accept(ready);
    };
  }

  /** Whose reader was erased meanwhile, after the outbox had been told to. */
  private void eraseForgotten(Set<String> handed) {
    var forgotten = new HashSet<>(handed);
    var all = List.copyOf(handed);
    for (int from = 0; from < all.size(); from += SOME) {
      var some = all.subList(from, Math.min(all.size(), from + SOME));
      forgotten.removeAll(books.read(open -> open.ledger().known(some)));
    }
    if (!forgotten.isEmpty()) {
      outbox.erase(forgotten);
    }
  }

  /** A letter that cannot be sent does not hold up the others. */
  private void alone(List<String> letterIds, Clerk clerk, Set<String> handed) {
    var postman = postman(clerk);
    List<RuntimeException> failures = new ArrayList<>();
    inSomes(
        letterIds,
        clerk,
        noting(
            handed,
            ready -> {
              try {
                postman.deliver(ready);
              } catch (RuntimeException e) {
                failures.add(e);
              }
            }));
    postman.finish();
    if (!failures.isEmpty()) {
      throw failures.get(0);
    }
  }

  private Postman postman(Clerk clerk) {
    return new Postman(outbox, clerk, breaker, this::refused, clock);
  }

  /** After the ledger has it: who dies in between hears it again with the next letter. */
  private void refused(Settlement settlement) {
    books.write(
        open -> {
          open.ledger()
              .find(settlement.letter().id())
              .ifPresent(
                  letter -> suppressing.refused(open, letter, settlement.reply(), settlement.at()));
          return true;
        });
  }

  private void inSomes(List<String> ids, Clerk clerk, Consumer<Ready> out) {
    for (int from = 0; from < ids.size(); from += SOME) {
      prepared(ids.subList(from, Math.min(ids.size(), from + SOME)), clerk).forEach(out);
    }
  }

  /** Those whose turn comes first go first, and those of one destination together. */
  private List<Ready> prepared(List<String> ids, Clerk clerk) {
    var now = clock.instant();
    var until = now.plus(LEASE);
    var waiting = lease(ids, now, until);
    var said = contents.of(waiting, now);
    List<Ready> ready = new ArrayList<>();
    for (int i = 0; i < waiting.size(); i++) {
      var letter = waiting.get(i).letter();
      if (said.get(i).isEmpty()) {
        var cancelled = Settlement.cancelled(letter, now);
        clerk.file(Stream.of(new Report.End(cancelled, Edition.NOTHING, letter.upTo()))).join();
      } else {
        ready(letter, said.get(i).get(), now, until, clerk).ifPresent(ready::add);
      }
    }
    ready.sort(
        Comparator.comparingLong(Ready::at).thenComparing(one -> one.letter().destination()));
    return ready;
  }

  private List<Waiting> lease(List<String> ids, Instant now, Instant until) {
    var leased = books.write(open -> open.sending().lease(ids, now, until));
    if (leased.isEmpty()) {
      return List.of();
    }
    var people = leased.stream().map(Letter::subscriber).distinct().toList();
    return books.read(
        open -> {
          Map<String, Subscriber> persons = open.subscribers().all(people);
          var subscriptions = open.subscriptions().of(people);
          return leased.stream()
              .flatMap(
                  letter ->
                      Optional.ofNullable(persons.get(letter.subscriber())).stream()
                          .map(person -> waiting(letter, person, subscriptions)))
              .toList();
        });
  }

  private static Waiting waiting(
      Letter letter, Subscriber person, Map<String, List<Subscription>> subscriptions) {
    return new Waiting(letter, person, subscriptions.getOrDefault(person.id(), List.of()));
  }

  /** Empty when its turn is too far away: then it is given back. */
  private Optional<Ready> ready(
      Letter letter, Contents said, Instant now, Instant until, Clerk clerk) {
    long start = System.nanoTime();
    boolean paced = letter.kind() == Letter.Kind.DIGEST;
    long wait = paced ? pace.wait(letter.destination(), start) : 0;
    if (wait > Pace.HORIZON) {
      var back =
          Settlement.givenBack(letter, "waits for its turn", now, now.plus(Duration.ofNanos(wait)));
      clerk.file(Stream.of(new Report.End(back, said)));
      return Optional.empty();
    }
    return Optional.of(new Ready(letter, said, wait == 0 ? Ready.NOW : start + wait, until));
  }
}
