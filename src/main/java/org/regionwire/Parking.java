package org.regionwire;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.regionwire.archive.Archive;
import org.regionwire.archive.ItemJson;
import org.regionwire.broker.Broker;
import org.regionwire.broker.ParkedQueue;
import org.regionwire.broker.ParkedQueue.Parked;
import org.regionwire.intake.Refused;
import org.regionwire.news.EnrichedItem;

/** Parked items: what they are, and putting them back, mended or as they are. */
final class Parking {
  private static final JsonMapper JSON = new JsonMapper();
  private static final int MOST = 10_000;

  private final ParkedQueue queue;
  private final ItemJson json;
  private final Archive archive;

  Parking(ParkedQueue queue, ItemJson json, Archive archive) {
    this.queue = queue;
    this.json = json;
    this.archive = archive;
  }

  /** The oldest first. */
  List<Parked> look(int most) {
    return queue.look(most);
  }

  /** Of its item, or where it was going. */
  String title(Parked parked) {
    return item(parked.source(), parked.text())
        .map(item -> item.item().title())
        .orElse(parked.source().isEmpty() ? "from nobody knows where" : "for " + parked.source());
  }

  /** With line breaks, where it is JSON. */
  String readable(String text) {
    try {
      return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(JSON.readTree(text));
    } catch (JsonProcessingException e) {
      return text;
    }
  }

  /**
   * What would come of putting one back.
   *
   * @param mended its new text, if it has one
   * @throws Refused when it is not there, or cannot be read so
   */
  String tried(String id, Optional<String> mended) {
    var parked = find(id);
    return fate(parked, mended.orElse(parked.text()));
  }

  String triedAll() {
    var all = look(MOST);
    var bad = new ArrayList<String>();
    for (var parked : all) {
      try {
        fate(parked, parked.text());
      } catch (Refused refused) {
        bad.add(title(parked) + " " + refused.getMessage());
      }
    }
    return bad.isEmpty()
        ? "all %,d can be read and would be put back.".formatted(all.size())
        : "%,d of %,d cannot be read: %s".formatted(bad.size(), all.size(), String.join("; ", bad));
  }

  /**
   * @throws Refused when it is not there, or cannot be read so; then it stays parked
   */
  String replay(String id, Optional<String> mended) {
    String fate = tried(id, mended);
    boolean back = queue.replay(id, mended.map(Parking::compact));
    return back ? "Put back: " + fate : "It was put back by someone else.";
  }

  String replayAll() {
    var all = look(MOST);
    long back = all.stream().filter(one -> queue.replay(one.id(), Optional.empty())).count();
    return "%,d were put back.".formatted(back);
  }

  private Parked find(String id) {
    return look(MOST).stream()
        .filter(one -> one.id().equals(id))
        .findFirst()
        .orElseThrow(() -> new Refused(404, "", "this is not parked any more"));
  }

  private String fate(Parked parked, String text) {
    if (parked.source().isEmpty()) {
      throw new Refused(422, "", "nobody knows where this came from");
    }
    if (!isAccepted(parked.source())) {
      readAnnouncement(text);
      return "what was published is announced to feeds again.";
    }
    var item =
        item(parked.source(), text)
            .orElseThrow(
                () -> new Refused(422, "", "this is not an accepted item any more: " + why(text)));
    String title = "“" + item.item().title() + "” ";
    return archive.verdict(item.item().origin().key()).isPresent()
        ? title + "is in the archive already; nothing changes."
        : title + "is decided on by the archive, for " + item.regionSlugs() + ".";
  }

  private void readAnnouncement(String text) {
    try {
      json.readAnnouncements(List.of(text));
    } catch (RuntimeException e) {
      throw new Refused(422, "", "this is not an announcement any more: " + e.getMessage());
    }
  }

  private Optional<EnrichedItem> item(String source, String text) {
    try {
      return isAccepted(source) ? Optional.of(json.readEnriched(text)) : Optional.empty();
    } catch (RuntimeException e) { // it may be parked just because of that
      return Optional.empty();
    }
  }

  private String why(String text) {
    try {
      json.readEnriched(text);
      return "";
    } catch (RuntimeException e) {
      return String.valueOf(e.getMessage());
    }
  }

  private static boolean isAccepted(String source) {
    return source.endsWith(Broker.ACCEPTED);
  }

  private static String compact(String text) {
    try {
      return JSON.writeValueAsString(JSON.readTree(text));
    } catch (JsonProcessingException e) {
      return text;
    }
  }
}
