package org.regionwire.digest.composing;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.regionwire.archive.Archive;
import org.regionwire.archive.Database;
import org.regionwire.digest.Cadence;
import org.regionwire.digest.Letter;
import org.regionwire.digest.LetterFormat;
import org.regionwire.digest.MailAddress;
import org.regionwire.digest.Schedule;
import org.regionwire.digest.Subscriber;
import org.regionwire.digest.Subscription;
import org.regionwire.digest.Subscription.State;
import org.regionwire.digest.books.JdbiBooks;
import org.regionwire.digest.planning.Planning;
import org.regionwire.news.PublishedItem;
import org.regionwire.news.RegionFound;
import org.regionwire.news.Selection;

/**
 * What a letter would say, composed as those that go out. It only reads: no row is written, no
 * cursor moved, no link made that works.
 */
public final class Previewing {
  private static final Schedule ANYONES =
      new Schedule(ZoneId.of("Europe/Copenhagen"), LocalTime.of(8, 0));
  private static final String NOBODY = "nobody@example.invalid";
  private static final String ID = "a-preview-for-nobody-00000";

  private final JdbiBooks books;
  private final Archive archive;
  private final LetterContents contents;
  private final Clock clock;

  /**
   * @param contents of letters that do go out
   */
  public Previewing(Database database, Archive archive, LetterContents contents, Clock clock) {
    this.books = new JdbiBooks(database);
    this.archive = archive;
    this.contents = contents.withDeadLinks();
    this.clock = clock;
  }

  /** A letter about one item; empty when nobody would get it: withdrawn, or expired. */
  public Optional<Preview> of(PublishedItem item, String language, LetterFormat format) {
    var regions =
        item.enriched().regions().stream()
            .filter(found -> found.primary() && found.how() != RegionFound.How.CONTAINS)
            .map(RegionFound::region)
            .toList();
    var selection = Selection.of(regions, Optional.empty(), Set.of());
    long place = item.firstSequence();
    return anyones(selection, place - 1, place, language, format);
  }

  /**
   * The letter of someone who asks for this; empty when there was nothing.
   *
   * @param back since when that person got no letter
   */
  public Optional<Preview> of(
      Selection selection, Duration back, String language, LetterFormat format) {
    var now = clock.instant();
    var since = now.minus(back);
    var first =
        archive.latest(selection, Lookup.MOST, now).stream()
            .takeWhile(item -> item.item().origin().received().isAfter(since))
            .mapToLong(PublishedItem::firstSequence)
            .min();
    return first.isEmpty()
        ? Optional.empty()
        : anyones(selection, first.getAsLong() - 1, archive.lastSequence(), language, format);
  }

  private Optional<Preview> anyones(
      Selection selection, long after, long upTo, String language, LetterFormat format) {
    var now = clock.instant();
    var person = new Subscriber(ID, NOBODY, ANYONES, language, format, upTo, Instant.EPOCH, 0);
    var wish =
        new Subscription(
            ID,
            ID,
            State.ACTIVE,
            selection,
            Cadence.DAILY,
            ANYONES,
            language,
            format,
            after,
            Optional.of(now));
    var letter = Letter.digest(person, ANYONES.latest(now).date(), List.of(ID), upTo, now);
    return shown(new Waiting(letter, person, List.of(wish)), now, "", "");
  }

  /** What became of the question for a person's next letter. */
  public enum Next {
    /** Nobody with active subscriptions has this address. */
    UNKNOWN,
    /** There is nothing new for this person. */
    NOTHING,
    LETTER
  }

  /**
   * @param preview of a letter, when there would be one
   */
  public record Answer(Next next, Optional<Preview> preview) {}

  /** What the next letter of a person would say if it were sent at its hour with what is known. */
  public Answer next(String address) {
    return answer(books.read(open -> open.subscribers().byAddress(address)));
  }

  /**
   * The same.
   *
   * @param id of the person
   */
  public Answer nextOf(String id) {
    return answer(books.read(open -> open.subscribers().find(id)));
  }

  private Answer answer(Optional<Subscriber> person) {
    var waiting = person.flatMap(this::waiting);
    if (waiting.isEmpty()) {
      return new Answer(Next.UNKNOWN, Optional.empty());
    }
    var next = waiting.get();
    String masked = MailAddress.masked(next.person().address());
    var preview = shown(next, next.letter().planned(), masked, next.person().id());
    return new Answer(preview.isPresent() ? Next.LETTER : Next.NOTHING, preview);
  }

  /** As the planning would put it down, together with what waits already. */
  private Optional<Waiting> waiting(Subscriber person) {
    var ids = List.of(person.id());
    var all = books.read(open -> open.subscriptions().of(ids)).getOrDefault(person.id(), List.of());
    if (all.stream().noneMatch(Subscription::isActive)) {
      return Optional.empty();
    }
    var at = hour(person, all);
    long cut = archive.lastSequence();
    var planning = new Planning(archive, cut, at);
    var planned =
        Optional.ofNullable(books.read(open -> open.ledger().planned(ids)).get(person.id()));
    return Optional.of(new Waiting(planning.next(person, all, planned), person, all));
  }

  /** The first one due, now when that is past, and never before a pause ends. */
  private Instant hour(Subscriber person, List<Subscription> all) {
    var now = clock.instant();
    var due =
        all.stream()
            .filter(Subscription::isActive)
            .flatMap(one -> one.nextDue().stream())
            .min(Instant::compareTo)
            .orElse(now);
    return Collections.max(List.of(due, now, person.pausedUntil()));
  }

  private Optional<Preview> shown(Waiting waiting, Instant at, String to, String person) {
    return contents.of(List.of(waiting), at).get(0).map(found -> shown(found, at, to, person));
  }

  private static Preview shown(Contents found, Instant at, String to, String person) {
    var mail = found.mail();
    return new Preview(
        at, to, person, mail.subject(), found.edition().items().size(), mail.html(), mail.text());
  }
}
