package org.regionwire.digest.composing;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.regionwire.digest.Cadence;
import org.regionwire.digest.Letter;
import org.regionwire.digest.Schedule;
import org.regionwire.digest.Subscriber;
import org.regionwire.digest.Subscription;
import org.regionwire.digest.letters.Addressee;
import org.regionwire.digest.letters.WishWords;
import org.regionwire.news.Selection;

/** What a letter says of whom it is for. What many ask for is put into words once. */
final class Addressing {
  private final WishWords words;
  private final Map<Wish, String> sentences = new HashMap<>();

  private record Wish(Selection what, Cadence often, String language) {}

  Addressing(WishWords words) {
    this.words = words;
  }

  void clear() {
    sentences.clear();
  }

  Addressee of(
      Letter letter, Subscriber person, List<Subscription> wishes, Schedule schedule, Instant now) {
    return new Addressee(
        letter.id(),
        letter.planned(),
        now,
        person.address(),
        person.language(),
        person.format().isHtml(),
        Optional.empty(),
        wishes.stream().map(wish -> sentence(wish, person.language())).distinct().toList(),
        schedule.time(),
        schedule.zone());
  }

  private String sentence(Subscription wish, String language) {
    return sentences.computeIfAbsent(
        new Wish(wish.selection(), wish.cadence(), language),
        w -> words.sentence(w.what(), w.often().pace().word(), w.often().day(), w.language()));
  }
}
