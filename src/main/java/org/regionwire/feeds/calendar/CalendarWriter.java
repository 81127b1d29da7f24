package org.regionwire.feeds.calendar;

import java.time.Instant;
import org.regionwire.news.Event;

/**
 * iCalendar: RFC 5545, with RFC 7986 for what a calendar says about itself. Without a METHOD: it is
 * published to be read, not sent to be answered. The same page gives the same bytes.
 */
public final class CalendarWriter {
  private static final String PRODUCT = "-//Regionwire//Regionwire//EN";
  private static final String HOURLY = "PT1H";
  private static final String[] NO_PARAMETERS = {};

  public byte[] write(CalendarPage page) {
    var out = new Lines();
    out.begin("VCALENDAR");
    out.plain("VERSION", "2.0");
    out.plain("PRODID", PRODUCT);
    out.plain("CALSCALE", "GREGORIAN");
    page.name().ifPresent(name -> about(page, name, out));
    for (var zone : ZonesUsed.of(page.events())) {
      zone.write(out);
    }
    for (var event : page.events()) {
      write(event, out);
    }
    out.end("VCALENDAR");
    return out.bytes();
  }

  /** The X- ones are what many clients read in their place. */
  private static void about(CalendarPage page, String name, Lines out) {
    out.text("UID", page.uid());
    page.modified().ifPresent(at -> out.plain("LAST-MODIFIED", utc(at)));
    out.text("NAME", name, "LANGUAGE", "en");
    out.text("X-WR-CALNAME", name);
    out.text("DESCRIPTION", page.description(), "LANGUAGE", "en");
    out.text("X-WR-CALDESC", page.description());
    out.plain("URL", page.url());
    out.plain("SOURCE", page.source(), "VALUE", "URI");
    out.plain("REFRESH-INTERVAL", HOURLY, "VALUE", "DURATION");
    out.plain("X-PUBLISHED-TTL", HOURLY);
  }

  private static void write(CalendarEvent event, Lines out) {
    out.begin("VEVENT");
    out.text("UID", event.uid());
    // RFC 5545 section 3.8.7.2: without a METHOD it is the time of the last revision
    out.plain("DTSTAMP", utc(event.modified()));
    out.plain("CREATED", utc(event.created()));
    out.plain("LAST-MODIFIED", utc(event.modified()));
    out.plain("SEQUENCE", Integer.toString(event.sequence()));
    out.plain("STATUS", event.event().status().name());
    time(out, "DTSTART", event.span().start());
    event.span().end().ifPresent(end -> time(out, "DTEND", end));
    // what one may go to does not make one busy
    out.plain("TRANSP", "TRANSPARENT");
    texts(event, out);
    event.event().place().ifPresent(place -> where(place, out));
    out.plain("URL", event.url());
    event.files().forEach(file -> file(file, out));
    out.end("VEVENT");
  }

  private static void texts(CalendarEvent event, Lines out) {
    String[] language =
        event.language().map(tag -> new String[] {"LANGUAGE", tag}).orElse(NO_PARAMETERS);
    out.text("SUMMARY", event.title(), language);
    event.description().ifPresent(text -> out.text("DESCRIPTION", text, language));
    event.html().ifPresent(html -> out.text("X-ALT-DESC", html, "FMTTYPE", "text/html"));
    event.contacts().forEach(name -> out.text("CONTACT", name));
    out.list("CATEGORIES", event.categories());
  }

  private static void where(Event.Place place, Lines out) {
    place.line().ifPresent(line -> out.text("LOCATION", line));
    if (place.lat().isPresent() && place.lon().isPresent()) {
      out.plain("GEO", degrees(place.lat().get()) + ";" + degrees(place.lon().get()));
    }
  }

  private static void file(CalendarEvent.File file, Lines out) {
    if (file.type().startsWith("image/")) {
      out.plain("IMAGE", file.url(), "VALUE", "URI", "FMTTYPE", file.type());
    } else {
      out.plain("ATTACH", file.url(), "FMTTYPE", file.type());
    }
  }

  private static void time(Lines out, String name, CalendarTime time) {
    switch (time.form()) {
      case DAY -> out.plain(name, time.text(), "VALUE", "DATE");
      case ZONED -> out.plain(name, time.text(), "TZID", time.zone().orElseThrow().getId());
      case UTC, FLOATING -> out.plain(name, time.text());
    }
  }

  private static String utc(Instant at) {
    return CalendarTime.utc(at).text();
  }

  /** Six decimals are some ten centimetres (RFC 5545 section 3.8.1.6). */
  private static String degrees(double angle) {
    return String.format(java.util.Locale.ROOT, "%.6f", angle);
  }
}
