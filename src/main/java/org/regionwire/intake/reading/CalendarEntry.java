package org.regionwire.intake.reading;

import biweekly.ICalendar;
import biweekly.component.VEvent;
import biweekly.property.Attachment;
import biweekly.property.Organizer;
import biweekly.property.RawProperty;
import biweekly.property.TextProperty;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.github.mangstadt.vinnie.io.VObjectPropertyValues;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.regionwire.intake.text.SafeHtml;
import org.regionwire.news.Hash;

/**
 * One VEVENT as the JSON form. Its UID is the sender's own id, so that the same event sent again is
 * a new revision. Categories are passed over: those of calendars are not our topics.
 */
final class CalendarEntry {
  private static final int LONGEST_ID = 200;
  private static final int LONGEST_NAME = 200;
  private static final Pattern WEB = Pattern.compile("(?i)https?://.+");
  private static final Set<String> STATES = Set.of("confirmed", "tentative", "cancelled");

  private final ICalendar calendar;
  private final VEvent event;
  private final ObjectNode item = JsonNodeFactory.instance.objectNode();

  CalendarEntry(ICalendar calendar, VEvent event) {
    this.calendar = calendar;
    this.event = event;
  }

  ObjectNode read() {
    text(event.getUid()).map(CalendarEntry::id).ifPresent(id -> item.put("id", id));
    item.put("kind", "event");
    text(event.getSummary()).ifPresent(title -> item.put("title", title));
    language().ifPresent(tag -> item.put("language", tag));
    content().ifPresent(content -> item.put("content", content));
    web(text(event.getUrl())).ifPresent(link -> item.put("link", link));
    Optional.ofNullable(event.getOrganizer())
        .map(Organizer::getCommonName)
        .ifPresent(name -> item.put("organisation", name));
    event.getImages().stream()
        .flatMap(image -> web(Optional.ofNullable(image.getUri())).stream())
        .limit(1)
        .forEach(address -> item.putObject("image").put("url", address));
    event.getAttachments().forEach(this::attachment);
    happening(item.putObject("event"));
    return item;
  }

  private static String id(String uid) {
    return uid.length() <= LONGEST_ID
        ? uid
        : "sha256-" + Hash.hex(uid.getBytes(StandardCharsets.UTF_8));
  }

  private Optional<String> language() {
    return Stream.of(event.getSummary(), event.getDescription())
        .flatMap(property -> Optional.ofNullable(property).stream())
        .flatMap(property -> Optional.ofNullable(property.getParameter("LANGUAGE")).stream())
        .findFirst();
  }

  /** As HTML where the client writes that beside the plain text. */
  private Optional<String> content() {
    return Stream.of("STYLED-DESCRIPTION", "X-ALT-DESC")
        .flatMap(name -> event.getExperimentalProperties(name).stream())
        .filter(raw -> "text/html".equalsIgnoreCase(raw.getParameter("FMTTYPE")))
        .map(RawProperty::getValue)
        .map(VObjectPropertyValues::unescape)
        .filter(SafeHtml::holdsTags)
        .findFirst()
        .or(() -> text(event.getDescription()).map(SafeHtml::paragraphs));
  }

  private void attachment(Attachment file) {
    web(Optional.ofNullable(file.getUri()))
        .ifPresent(
            address -> {
              var node = item.withArray("/attachments").addObject().put("url", address);
              Optional.ofNullable(file.getFormatType()).ifPresent(type -> node.put("type", type));
              Optional.ofNullable(file.getParameter("FILENAME"))
                  .ifPresent(name -> node.put("title", name));
            });
  }

  private void happening(ObjectNode happening) {
    new CalendarTimes(calendar, event).write(happening);
    status().ifPresent(status -> happening.put("status", status));
    var place = JsonNodeFactory.instance.objectNode();
    text(event.getLocation())
        .map(String::strip)
        .ifPresent(where -> place.put(where.length() <= LONGEST_NAME ? "name" : "address", where));
    Optional.ofNullable(event.getGeo())
        .filter(geo -> geo.getLatitude() != null && geo.getLongitude() != null)
        .ifPresent(geo -> place.put("lat", geo.getLatitude()).put("lon", geo.getLongitude()));
    if (!place.isEmpty()) {
      happening.set("place", place);
    }
  }

  private Optional<String> status() {
    boolean cancels =
        Optional.ofNullable(calendar.getMethod())
            .filter(method -> "CANCEL".equalsIgnoreCase(method.getValue()))
            .isPresent();
    return cancels
        ? Optional.of("cancelled")
        : text(event.getStatus())
            .map(word -> word.toLowerCase(Locale.ROOT))
            .filter(STATES::contains);
  }

  private static Optional<String> web(Optional<String> address) {
    return address.filter(text -> WEB.matcher(text).matches());
  }

  private static Optional<String> text(@org.jspecify.annotations.Nullable TextProperty property) {
    return Optional.ofNullable(property)
        .map(written -> written.getValue())
        .filter(value -> !value.isBlank());
  }
}
