package org.regionwire.digest.composing;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.regionwire.archive.Archive;
import org.regionwire.archive.Database;
import org.regionwire.digest.Edition;
import org.regionwire.digest.Letter;
import org.regionwire.digest.Letter.Kind;
import org.regionwire.digest.Subscription.State;
import org.regionwire.digest.Tokens;
import org.regionwire.digest.books.JdbiBooks;
import org.regionwire.digest.letters.Addressee;
import org.regionwire.digest.letters.LetterLinks;
import org.regionwire.digest.letters.LetterWriter;
import org.regionwire.digest.letters.Pick;
import org.regionwire.digest.letters.Told;
import org.regionwire.digest.letters.WishWords;
import org.regionwire.digest.mail.Mail;
import org.regionwire.digest.mail.Sheet;
import org.regionwire.news.PublishedItem;
import org.regionwire.region.SameEvents;

/**
 * Finds out what belongs into letters, at the moment they are sent. What several digests say in the
 * same words is composed once.
 */
public final class LetterContents {
  /** How long the link in a letter leads to the page of its reader. */
  private static final Duration MANAGED = Duration.ofDays(30);

  private static final String DEAD = "dead-in-a-preview";

  private final JdbiBooks books;
  private final Tokens tokens;
  private final WishWords words;
  private final SameEvents sameEvents;
  private final LetterWriter writer;
  private final Function<List<PublishedItem>, Optional<String>> calendars;
  private final Archive archive;
  private final LinkMaking links;
  private final Lookup lookup;
  private final Composed.Memory memory = new Composed.Memory();
  private final Addressing addressing;

  /** Makes the secret words of a person's links. */
  private interface LinkMaking {
    LetterLinks of(String subscriber, int generation, Instant now);
  }

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
    this(
        new JdbiBooks(database),
        archive,
        tokens,
        words,
        sameEvents,
        writer,
        calendars,
        (subscriber, generation, now) ->
            new LetterLinks(
                subscriber,
                tokens.toUnsubscribe(subscriber),
                tokens.toManage(subscriber, generation, now.plus(MANAGED))));
  }

  private LetterContents(
      JdbiBooks books,
      Archive archive,
      Tokens tokens,
      WishWords words,
      SameEvents sameEvents,
      LetterWriter writer,
      Function<List<PublishedItem>, Optional<String>> calendars,
      LinkMaking links) {
    this.books = books;
    this.archive = archive;
    this.tokens = tokens;
    this.words = words;
    this.sameEvents = sameEvents;
    this.writer = writer;
    this.calendars = calendars;
    this.links = links;
    this.lookup = new Lookup(archive);
    this.addressing = new Addressing(words);
  }

  /** For letters that only we look at: in place of each reader's links one that leads nowhere. */
  LetterContents withDeadLinks() {
    return new LetterContents(
        books,
        archive,
        tokens,
        words,
        sameEvents,
        writer,
        calendars,
        (subscriber, generation, now) -> new LetterLinks(DEAD, DEAD, DEAD));
  }

  /**
   * For each what it says; empty when there is nothing left to say: all withdrawn or expired, or
   * unsubscribed.
   */
  public synchronized List<Optional<Contents>> of(List<Waiting> all, Instant now) {
    if (!lookup.isStill(now)) {
      memory.clear();
      addressing.clear();
    }
    var gatherings = all.stream().map(this::gathering).toList();
    tellWhatTheyGot(gatherings.stream().flatMap(Optional::stream).toList());
    List<Optional<Contents>> contents = new ArrayList<>();
    for (int i = 0; i < all.size(); i++) {
      contents.add(contents(all.get(i), gatherings.get(i), now));
    }
    return contents;
  }

  private Optional<Gathering> gathering(Waiting one) {
    return one.letter().kind() == Kind.DIGEST
        ? Optional.of(new Gathering(one.letter(), one.in(State.ACTIVE), lookup))
        : Optional.empty();
  }

  private void tellWhatTheyGot(List<Gathering> gatherings) {
    var items = new HashSet<Long>();
    gatherings.forEach(gathering -> items.addAll(gathering.candidates()));
    var letters = gatherings.stream().map(Gathering::letter).toList();
    var people = letters.stream().map(Letter::subscriber).distinct().toList();
    var ids = letters.stream().map(Letter::id).toList();
    var got = books.read(open -> open.editions().got(people, items, ids));
    gatherings.forEach(
        gathering ->
            gathering.without(got.getOrDefault(gathering.letter().subscriber(), Map.of())));
  }

  private Optional<Contents> contents(Waiting one, Optional<Gathering> gathering, Instant now) {
    return switch (one.letter().kind()) {
      case DIGEST -> gathering.flatMap(gathered -> digest(one, gathered, now));
      case CONFIRMATION -> confirmation(one, now);
      case LINKS -> links(one, now);
    };
  }

  private Optional<Contents> digest(Waiting one, Gathering gathering, Instant now) {
    var active = one.in(State.ACTIVE);
    if (active.isEmpty()) {
      return Optional.empty();
    }
    var person = one.person();
    var to = addressing.of(one.letter(), person, active, person.schedule(), now);
    var own = links.of(person.id(), person.links(), now);
    var key =
        List.of(
            gathering.key(),
            one.letter().date(person.schedule()),
            to.language(),
            person.format(),
            to.wishes(),
            to.time(),
            to.zone(),
            own.manage().length(),
            person.id().length());
    var composed =
        memory.find(key).orElseGet(() -> memory.keep(key, compose(one, gathering, to, now)));
    return composed
        .sheet()
        .map(sheet -> writer.copy(sheet, to, own))
        .map(mail -> new Contents(mail, composed.edition(), gathering.upTo()));
  }

  /** Those corrected or withdrawn too, so that they change in the reader's calendar. */
  private Optional<String> calendar(List<Pick> picks, List<Told> told) {
    var items =
        Stream.concat(picks.stream().map(Pick::published), told.stream().map(Told::published));
    return calendars.apply(items.filter(item -> item.event().isPresent()).toList());
  }

  /** With the words of a reader who is nobody, in whose places those of each reader come. */
  private Composed compose(Waiting one, Gathering gathering, Addressee to, Instant now) {
    var picks = gathering.picks(sameEvents, words, to.language());
    var told = gathering.told(now);
    if (picks.isEmpty() && told.isEmpty()) {
      return new Composed(Optional.empty(), Edition.NOTHING);
    }
    var person = one.person();
    var date = one.letter().date(person.schedule());
    var own = links.of(tokens.nobody(person.id().length()), person.links(), now);
    var all =
        to.inLetter("edition")
            .with(person.format().hasCalendar() ? calendar(picks, told) : Optional.empty());
    Mail mail = writer.digest(all, date, told, picks, own);
    var sheet = new Sheet(mail, LetterWriter.words(own));
    return new Composed(Optional.of(sheet), Gathering.edition(picks, told));
  }

  private Optional<Contents> confirmation(Waiting one, Instant now) {
    var pending = one.in(State.PENDING);
    return pending.stream()
        .filter(wish -> wish.id().equals(one.letter().period()))
        .findFirst()
        .map(
            wish ->
                writer.confirmation(
                    addressing.of(one.letter(), one.person(), pending, wish.schedule(), now),
                    tokens.toConfirm(wish.id())))
        .map(mail -> new Contents(mail, Edition.NOTHING, 0));
  }

  private Optional<Contents> links(Waiting one, Instant now) {
    var active = one.in(State.ACTIVE);
    var person = one.person();
    if (active.isEmpty()) {
      return Optional.empty();
    }
    var to = addressing.of(one.letter(), person, active, person.schedule(), now);
    var mail = writer.links(to, links.of(person.id(), person.links(), now));
    return Optional.of(new Contents(mail, Edition.NOTHING, 0));
  }
}
