package org.regionwire.operate;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import io.vertx.core.MultiMap;
import java.util.List;
import java.util.Optional;
import java.util.function.LongSupplier;
import org.regionwire.broker.ParkedQueue.Parked;
import org.regionwire.broker.Undelivered;
import org.regionwire.intake.Refused;
import org.regionwire.pages.Answer;
import org.regionwire.pages.OperatorPages;
import org.regionwire.pages.operate.ParkedPage;
import org.regionwire.pages.operate.Stamp;
import org.regionwire.parked.Parking;

/** What is parked, to be looked at and put back: as a page, and as JSON for programs. */
public final class ParkedDesk {
  private static final JsonMapper JSON = new JsonMapper();
  private static final int ON_A_PAGE = 50;
  private static final int IN_A_LIST = 10_000;
  private static final int FATES_SHOWN = 200;

  private final Parking parking;
  private final LongSupplier depth;
  private final OperatorPages pages;

  /**
   * @param depth how many are parked
   */
  public ParkedDesk(Parking parking, LongSupplier depth, OperatorPages pages) {
    this.parking = parking;
    this.depth = depth;
    this.pages = pages;
  }

  Answer page() {
    return page(200, "", List.of());
  }

  private Answer page(int status, String said, List<Parking.Fate> fates) {
    var known = parking.known(ON_A_PAGE);
    if (known.isEmpty()) {
      String away = "The broker does not answer: what is parked is there, and nothing was done.";
      return Answer.html(503, pages.parked(new ParkedPage(away, List.of(), List.of(), 0)));
    }
    var parked = known.get().stream().map(this::parked).toList();
    long all = Math.max(parked.size(), depth.getAsLong());
    var shown = fates.stream().limit(FATES_SHOWN).map(ParkedDesk::fate).toList();
    return Answer.html(status, pages.parked(new ParkedPage(said, shown, parked, all)));
  }

  private ParkedPage.Parked parked(Parked parked) {
    return new ParkedPage.Parked(
        parked.id(),
        parking.title(parked),
        parked.route(),
        parked.reason(),
        new Stamp(parked.at()),
        parking.readable(parked.text()));
  }

  private static ParkedPage.Fate fate(Parking.Fate fate) {
    return new ParkedPage.Fate(fate.title(), fate.well(), fate.what(), fate.remarks());
  }

  /** The oldest first, each with its text. */
  Answer list() {
    var list = JSON.createArrayNode();
    for (var parked : parking.look(IN_A_LIST)) {
      list.addObject()
          .put("id", parked.id())
          .put("title", parking.title(parked))
          .put("at", parked.at().toString())
          .put("route", parked.route())
          .put("source", parked.source())
          .put("reason", parked.reason())
          .put("text", parked.text());
    }
    return json(list);
  }

  /** Puts parked items back, or says what would come of it. */
  Answer replay(MultiMap form) {
    try {
      var fates = fates(form);
      return page(200, said(form, fates), fates);
    } catch (Undelivered e) {
      return page(503, "The broker did not put all back: " + e.getMessage(), List.of());
    } catch (Refused refused) {
      return page(refused.status(), "Nothing was done: " + refused.getMessage(), List.of());
    }
  }

  /** The same for programs. */
  Answer replayed(MultiMap form) {
    var list = JSON.createArrayNode();
    for (var fate : fates(form)) {
      var one = list.addObject().put("id", fate.id()).put("title", fate.title());
      one.put("well", fate.well()).put("what", fate.what());
      fate.remarks().forEach(one.putArray("remarks")::add);
    }
    return json(list);
  }

  /**
   * @throws Refused 422 if the form does not say what to do
   */
  private List<Parking.Fate> fates(MultiMap form) {
    String act = Optional.ofNullable(form.get("act")).orElse("");
    List<String> ids = form.getAll("id");
    Optional<String> text = Optional.ofNullable(form.get("text")).filter(typed -> !typed.isBlank());
    if (act.equals("all") || act.equals("try-all")) {
      return parking.replay(List.of(), act.startsWith("try"));
    }
    if (!act.equals("replay") && !act.equals("try")) {
      throw new Refused(422, "", "what to do is none of replay, try, all, try-all");
    }
    if (ids.isEmpty()) {
      throw new Refused(422, "", "none was chosen");
    }
    if (text.isPresent() && ids.size() > 1) {
      throw new Refused(422, "", "one text is not for several");
    }
    return text.isPresent()
        ? List.of(parking.replay(ids.get(0), text.get(), act.equals("try")))
        : parking.replay(ids, act.equals("try"));
  }

  private static String said(MultiMap form, List<Parking.Fate> fates) {
    long well = fates.stream().filter(Parking.Fate::well).count();
    boolean only = form.get("act").startsWith("try");
    String words = only ? "Only tried: %,d of %,d would be put back." : "%,d of %,d were put back.";
    return words.formatted(well, fates.size());
  }

  private static Answer json(ArrayNode list) {
    return Answer.text(200, "application/json", list.toPrettyString() + "\n");
  }
}
