package org.regionwire.pages;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.regionwire.archive.Archive;
import org.regionwire.news.ItemId;
import org.regionwire.news.PublishedItem;
import org.regionwire.pages.items.Times;
import org.regionwire.web.ProblemJson;

/** Answers who asks for an item: {@code /items/{id}}, and {@code /items/{id}.ics} of an event. */
final class ItemDesk {
  private static final String CALENDAR = ".ics";
  private static final String WITHDRAWN = "The sender has withdrawn this item.";

  private final Archive archive;
  private final Pages pages;
  private final Clock clock;
  private final ItemForms forms;

  ItemDesk(Archive archive, Pages pages, Clock clock, ItemForms forms) {
    this.archive = archive;
    this.pages = pages;
    this.clock = clock;
    this.forms = forms;
  }

  /**
   * Nothing when there is no such item.
   *
   * @param name the last step of the address
   */
  Optional<Answer> answer(Asked asked, String name) {
    return name.endsWith(CALENDAR)
        ? find(name.substring(0, name.length() - CALENDAR.length())).flatMap(this::calendar)
        : find(name).map(item -> page(asked, item));
  }

  private Optional<PublishedItem> find(String id) {
    return Optional.of(id)
        .filter(ItemId::isOne)
        .flatMap(one -> archive.find(new ItemId(one)))
        .filter(item -> !item.unborn() && !embargoed(item));
  }

  /** The last gate: an item under embargo is nowhere before its second. */
  private boolean embargoed(PublishedItem item) {
    Instant now = clock.instant();
    return item.item().publishAt().filter(at -> at.isAfter(now)).isPresent();
  }

  /** One that is withdrawn says so in the calendar, which a client of calendars understands. */
  private Optional<Answer> calendar(PublishedItem item) {
    return forms
        .calendar()
        .apply(item)
        .map(bytes -> Answer.of(200, "text/calendar; charset=utf-8", bytes))
        .map(answer -> answer.ofRevision(item.revision()));
  }

  private Answer page(Asked asked, PublishedItem item) {
    return (item.withdrawn() ? gone(asked, item) : standing(asked, item))
        .ofRevision(item.revision());
  }

  private Answer standing(Asked asked, PublishedItem item) {
    if (asked.accept().prefersNinjs()) {
      return Answer.text(200, Accept.NINJS, forms.ninjs().apply(item));
    }
    return asked.accept().prefersJson()
        ? Answer.text(200, "application/json", forms.json().apply(item))
        : Answer.html(200, pages.item(item, archive.revisions(item.id())));
  }

  private Answer gone(Asked asked, PublishedItem item) {
    if (asked.accept().namesHtml()) {
      return Answer.html(410, pages.gone(WITHDRAWN, item.note()));
    }
    var problem = ProblemJson.of(410, WITHDRAWN).put("id", item.id().value());
    problem.put("withdrawn", Times.machine(item.updated()));
    item.note().ifPresent(reason -> problem.put("reason", reason));
    return Answer.text(410, ProblemJson.MEDIA_TYPE, ProblemJson.write(problem));
  }
}
