package org.regionwire.pages.items;

import java.time.Instant;
import java.time.ZoneId;

/** A time as people and as machines read it. */
public record Moment(String text, String machine) {

  static Moment of(Instant at, ZoneId zone) {
    return new Moment(Times.text(at, zone), Times.machine(at));
  }
}
