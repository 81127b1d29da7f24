package org.regionwire.digest;

import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.regionwire.archive.Archive;
import org.regionwire.digest.Subscription.State;
import org.regionwire.digest.letters.Addressee;
import org.regionwire.digest.letters.LetterWriter;
import org.regionwire.digest.letters.Pick;
import org.regionwire.digest.letters.WishWords;
import org.regionwire.digest.mail.Mail;
import org.regionwire.news.ItemId;
import org.regionwire.news.PublishedItem;
import org.regionwire.region.SameEvents;

/** Finds out what belongs into a letter, at the moment it is sent. */
public final class LetterContents {
  /** Of one subscription: far more than a letter has room for. */
  private static final int MOST = 1000;

  private final Archive archive;
  private final Tokens tokens;
  private final WishWords words;
  private final SameEvents sameEvents;
  private final LetterWriter writer;

  public LetterContents(
      Archive archive, Tokens tokens, WishWords words, SameEvents sameEvents, LetterWriter writer) {
    this.archive = archive;
    this.tokens = tokens;
    this.words = words;
    this.sameEvents = sameEvents;
    this.writer = writer;
  }

  /** Empty when there is nothing left to say: all withdrawn or expired, or unsubscribed. */
  Optional<Mail> of(Letter letter, Subscriber person, List<Subscription> all, Instant now) {
    return letter.kind() == Letter.Kind.DIGEST
        ? digest(letter, person, in(State.ACTIVE, all), now)
        : confirmation(letter, person, in(State.PENDING, all), now);
  }

  private Optional<Mail> digest(
      Letter letter, Subscriber person, List<Subscription> active, Instant now) {
    var picks = picks(letter, active, person.language(), now);
    if (picks.isEmpty()) {
      return Optional.empty();
    }
    var to = addressee(letter, person, active, person.schedule(), now);
    var date = LocalDate.parse(letter.period());
    return Optional.of(writer.digest(to, date, picks, tokens.toUnsubscribe(person.id())));
  }

  private Optional<Mail> confirmation(
      Letter letter, Subscriber person, List<Subscription> pending, Instant now) {
    return pending.stream()
        .filter(wish -> wish.id().equals(letter.period()))
        .findFirst()
        .map(
            wish ->
                writer.confirmation(
                    addressee(letter, person, pending, wish.schedule(), now),
                    tokens.toConfirm(wish.id())));
  }

  private List<Pick> picks(Letter letter, List<Subscription> active, String language, Instant now) {
    var items = new LinkedHashMap<ItemId, PublishedItem>();
    var labels = new HashMap<ItemId, Set<String>>();
    for (var subscription : active) {
      var selection = subscription.selection();
      long after = Math.max(letter.after(), subscription.since());
      if (after >= letter.upTo()) {
        continue;
      }
      for (var item : archive.window(selection, after, letter.upTo(), MOST, now)) {
        items.put(item.id(), item);
        labels
            .computeIfAbsent(item.id(), id -> new TreeSet<>())
            .addAll(words.labels(selection, item.enriched(), language));
      }
    }
    return sameEvents.together(List.copyOf(items.values())).stream()
        .map(group -> pick(group, labels))
        .toList();
  }

  /** Shown is the one whose sender says when the event is, if there is one. */
  private static Pick pick(List<PublishedItem> group, Map<ItemId, Set<String>> labels) {
    var all = new TreeSet<String>();
    group.forEach(item -> all.addAll(labels.getOrDefault(item.id(), Set.of())));
    var first = group.stream().filter(i -> i.item().event().isPresent()).findFirst();
    var shown = first.orElse(group.get(0));
    var also = group.stream().filter(item -> item != shown).toList();
    return new Pick(shown, List.copyOf(all), also);
  }

  private Addressee addressee(
      Letter letter, Subscriber person, List<Subscription> wishes, Schedule schedule, Instant now) {
    return new Addressee(
        letter.id(),
        letter.planned(),
        now,
        person.address(),
        person.language(),
        person.format() == LetterFormat.HTML,
        wishes.stream()
            .map(wish -> words.sentence(wish.selection(), person.language()))
            .distinct()
            .toList(),
        schedule.time(),
        schedule.zone());
  }

  private static List<Subscription> in(State state, List<Subscription> all) {
    return all.stream().filter(one -> one.state() == state).toList();
  }
}
