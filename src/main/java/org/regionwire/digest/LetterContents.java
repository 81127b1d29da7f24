package org.regionwire.digest;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;
import org.regionwire.archive.Archive;
import org.regionwire.archive.Database;
import org.regionwire.digest.Subscription.State;
import org.regionwire.digest.letters.Addressee;
import org.regionwire.digest.letters.LetterLinks;
import org.regionwire.digest.letters.LetterWriter;
import org.regionwire.digest.letters.Pick;
import org.regionwire.digest.letters.Told;
import org.regionwire.digest.letters.WishWords;
import org.regionwire.news.PublishedItem;
import org.regionwire.region.SameEvents;

/** Finds out what belongs into a letter, at the moment it is sent. */
public final class LetterContents {
  /** How long the link in a letter leads to the page of its reader. */
  private static final Duration MANAGED = Duration.ofDays(30);

  private static final Edition NOTHING = new Edition(new TreeMap<>());

  private final JdbiBooks books;
  private final Archive archive;
  private final Tokens tokens;
  private final WishWords words;
  private final SameEvents sameEvents;
  private final LetterWriter writer;
  private final Function<List<PublishedItem>, Optional<String>> calendars;

  /**
   * @param calendars makes one calendar (RFC 5545) of events; none of no events
   */
  public LetterContents(
      Database database,
      Archive archive,
      Tokens tokens,
      WishWords words,
      SameEvents sameEvents,
      LetterWriter writer,
      Function<List<PublishedItem>, Optional<String>> calendars) {
    this.books = new JdbiBooks(database);
    this.archive = archive;
    this.tokens = tokens;
    this.words = words;
    this.sameEvents = sameEvents;
    this.writer = writer;
    this.calendars = calendars;
  }

  /** Empty when there is nothing left to say: all withdrawn or expired, or unsubscribed. */
  Optional<Contents> of(Letter letter, Subscriber person, List<Subscription> all, Instant now) {
    return switch (letter.kind()) {
      case DIGEST -> digest(letter, person, in(State.ACTIVE, all), now);
      case CONFIRMATION -> confirmation(letter, person, in(State.PENDING, all), now);
      case LINKS -> links(letter, person, in(State.ACTIVE, all), now);
    };
  }

  private Optional<Contents> links(
      Letter letter, Subscriber person, List<Subscription> active, Instant now) {
    if (active.isEmpty()) {
      return Optional.empty();
    }
    var to = addressee(letter, person, active, person.schedule(), now);
    return Optional.of(new Contents(writer.links(to, links(person, now)), NOTHING, 0));
  }

  private LetterLinks links(Subscriber person, Instant now) {
    return new LetterLinks(
        person.id(),
        tokens.toUnsubscribe(person.id()),
        tokens.toManage(person.id(), person.links(), now.plus(MANAGED)));
  }

  private Optional<Contents> digest(
      Letter letter, Subscriber person, List<Subscription> active, Instant now) {
    var gathering = new Gathering(letter, archive, books, now);
    for (var subscription : active) {
      if (letter.isFor(subscription)) {
        gathering.add(subscription, words, person.language());
      }
    }
    var picks = gathering.picks(sameEvents);
    var told = gathering.told();
    if (active.isEmpty() || picks.isEmpty() && told.isEmpty()) {
      return Optional.empty();
    }
    var to =
        addressee(letter, person, active, person.schedule(), now)
            .with(person.format().hasCalendar() ? calendar(picks, told) : Optional.empty());
    var date = letter.date(person.schedule());
    var mail = writer.digest(to, date, told, picks, links(person, now));
    return Optional.of(new Contents(mail, Gathering.edition(picks, told), gathering.upTo()));
  }

  /** Those corrected or withdrawn too, so that they change in the reader's calendar. */
  private Optional<String> calendar(List<Pick> picks, List<Told> told) {
    var items =
        Stream.concat(picks.stream().map(Pick::published), told.stream().map(Told::published));
    return calendars.apply(items.filter(item -> item.event().isPresent()).toList());
  }

  private Optional<Contents> confirmation(
      Letter letter, Subscriber person, List<Subscription> pending, Instant now) {
    return pending.stream()
        .filter(wish -> wish.id().equals(letter.period()))
        .findFirst()
        .map(
            wish ->
                writer.confirmation(
                    addressee(letter, person, pending, wish.schedule(), now),
                    tokens.toConfirm(wish.id())))
        .map(mail -> new Contents(mail, NOTHING, 0));
  }

  private Addressee addressee(
      Letter letter, Subscriber person, List<Subscription> wishes, Schedule schedule, Instant now) {
    return new Addressee(
        letter.id(),
        letter.planned(),
        now,
        person.address(),
        person.language(),
        person.format().isHtml(),
        Optional.empty(),
        wishes.stream()
            .map(
                wish ->
                    words.sentence(
                        wish.selection(),
                        wish.cadence().pace().word(),
                        wish.cadence().day(),
                        person.language()))
            .distinct()
            .toList(),
        schedule.time(),
        schedule.zone());
  }

  private static List<Subscription> in(State state, List<Subscription> all) {
    return all.stream().filter(one -> one.state() == state).toList();
  }
}
