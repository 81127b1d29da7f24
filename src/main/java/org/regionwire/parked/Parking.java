package org.regionwire.parked;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.regionwire.archive.ItemJson;
import org.regionwire.broker.Broker;
import org.regionwire.broker.ParkedQueue;
import org.regionwire.broker.ParkedQueue.Parked;
import org.regionwire.broker.Undelivered;
import org.regionwire.intake.Refused;
import org.regionwire.news.EnrichedItem;
import org.regionwire.news.NewsItem;

/** Parked items: what they are, and putting them back, mended or as they are. */
public final class Parking {
  private static final JsonMapper JSON = new JsonMapper();
  private static final int MOST = 10_000;

  private final ParkedQueue queue;
  private final ItemJson json;
  private final Rehearsal rehearsal;

  /**
   * What becomes of one, or would.
   *
   * @param well whether it is put back, or would be
   */
  public record Fate(String id, String title, boolean well, String what, List<String> remarks) {
    public Fate {
      remarks = List.copyOf(remarks);
    }
  }

  public Parking(ParkedQueue queue, ItemJson json, Rehearsal rehearsal) {
    this.queue = queue;
    this.json = json;
    this.rehearsal = rehearsal;
  }

  /** The oldest first. */
  public List<Parked> look(int most) {
    return queue.look(most);
  }

  /** Empty when the broker does not tell. */
  public Optional<List<Parked>> known(int most) {
    try {
      return Optional.of(look(most));
    } catch (Undelivered e) {
      return Optional.empty();
    }
  }

  /** Of its item, or where it was going. */
  public String title(Parked parked) {
    return item(parked)
        .map(EnrichedItem::item)
        .map(NewsItem::title)
        .orElse(parked.source().isEmpty() ? "from nobody knows where" : "for " + parked.source());
  }

  /** If it is an accepted item that can be read. */
  public Optional<EnrichedItem> item(Parked parked) {
    try {
      return isAccepted(parked) ? Optional.of(json.readEnriched(parked.text())) : Optional.empty();
    } catch (RuntimeException e) { // it may be parked just because of that
      return Optional.empty();
    }
  }

  /** With line breaks, where it is JSON. */
  public String readable(String text) {
    try {
      return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(JSON.readTree(text));
    } catch (JsonProcessingException e) {
      return text;
    }
  }

  /**
   * Puts these back; each for itself.
   *
   * @param ids empty for all
   * @param only whether to say what would come of it, and to do nothing
   */
  public List<Fate> replay(List<String> ids, boolean only) {
    Map<String, Parked> parked = new LinkedHashMap<>();
    look(MOST).forEach(one -> parked.put(one.id(), one));
    return (ids.isEmpty() ? List.copyOf(parked.keySet()) : ids)
        .stream()
            .distinct()
            .map(
                id ->
                    Optional.ofNullable(parked.get(id))
                        .map(one -> fate(one, Optional.empty(), only))
                        .orElseGet(() -> gone(id)))
            .toList();
  }

  /**
   * The same of one with another text.
   *
   * @param mended its new text
   */
  public Fate replay(String id, String mended, boolean only) {
    return look(MOST).stream()
        .filter(one -> one.id().equals(id))
        .findFirst()
        .map(one -> fate(one, Optional.of(mended).filter(text -> !isSame(one, text)), only))
        .orElseGet(() -> gone(id));
  }

  /** Browsers send texts with other line breaks. */
  private static boolean isSame(Parked parked, String text) {
    return compact(text).equals(compact(parked.text()));
  }

  private static Fate gone(String id) {
    return new Fate(id, id, false, "is not parked any more.", List.of());
  }

  private Fate fate(Parked parked, Optional<String> mended, boolean only) {
    try {
      var foreseen = isAccepted(parked) ? ofItem(parked, mended) : ofReminder(parked, mended);
      boolean back = only || queue.replay(parked.id(), foreseen.text());
      return back
          ? new Fate(parked.id(), foreseen.title(), true, foreseen.what(), foreseen.remarks())
          : new Fate(
              parked.id(), foreseen.title(), false, "was put back by someone else.", List.of());
    } catch (Refused refused) {
      return new Fate(
          parked.id(), title(parked), false, "stays parked: " + refused.getMessage(), List.of());
    }
  }

  /**
   * @param text in the place of its own, if it is to change
   */
  private record Foreseen(String title, String what, List<String> remarks, Optional<String> text) {}

  private Foreseen ofItem(Parked parked, Optional<String> mended) {
    var read = read(mended.orElse(parked.text()));
    var item = mended.isPresent() ? rehearsal.mended(read) : read;
    return new Foreseen(
        item.item().title(),
        rehearsal.verdict(item),
        rehearsal.remarks(item),
        mended.map(text -> json.write(item)));
  }

  private EnrichedItem read(String text) {
    try {
      return json.readEnriched(text);
    } catch (RuntimeException e) {
      throw new Refused(422, "", "this is not an accepted item any more: " + e.getMessage());
    }
  }

  private Foreseen ofReminder(Parked parked, Optional<String> mended) {
    if (parked.source().isEmpty()) {
      throw new Refused(422, "", "nobody knows where this came from");
    }
    if (parked.source().contains(Broker.PUBLISHED)) {
      return new Foreseen(
          title(parked), announced(mended.orElse(parked.text())), List.of(), mended);
    }
    return new Foreseen(
        title(parked), "is looked up in the ledger of letters again.", List.of(), mended);
  }

  private String announced(String text) {
    try {
      int items = json.readAnnouncements(List.of(text)).size();
      return "tells feeds of %,d published items again.".formatted(items);
    } catch (RuntimeException e) {
      throw new Refused(422, "", "this is not an announcement any more: " + e.getMessage());
    }
  }

  private static boolean isAccepted(Parked parked) {
    return parked.source().endsWith(Broker.ACCEPTED);
  }

  private static String compact(String text) {
    try {
      return JSON.writeValueAsString(JSON.readTree(text));
    } catch (JsonProcessingException e) {
      return text;
    }
  }
}
