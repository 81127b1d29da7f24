package org.regionwire.news;

import java.net.URI;
import java.time.ZoneId;
import java.util.Optional;

/** What happens, when and where. The end is not before the start; of whole days it is the last. */
public record Event(
    EventTime start,
    Optional<EventTime> end,
    Optional<ZoneId> timezone,
    Optional<Place> place,
    Optional<URI> url,
    Status status) {

  /** As in RFC 5545 section 3.8.1.11 and schema.org's EventStatusType. */
  public enum Status {
    CONFIRMED,
    TENTATIVE,
    CANCELLED
  }

  /** Latitude and longitude in degrees (WGS 84): both or neither. */
  public record Place(
      Optional<String> name,
      Optional<String> address,
      Optional<Double> lat,
      Optional<Double> lon) {}
}
