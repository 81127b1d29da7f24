package org.regionwire.news;

import java.net.URI;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What happens, when and where. The end is not before the start; of whole days it is the last. */
public record Event(
    EventTime start,
    Optional<EventTime> end,
    Optional<ZoneId> timezone,
    Optional<Place> place,
    Optional<URI> url,
    Status status) {

  /** The day on which it ends, by the clocks it is told in. */
  public LocalDate lastDay() {
    return end.map(EventTime::date).orElse(start.date());
  }

  /** As in RFC 5545 section 3.8.1.11 and schema.org's EventStatusType. */
  public enum Status {
    CONFIRMED,
    TENTATIVE,
    CANCELLED;

    /** What a reader has to be told, in English; nothing when all is as planned. */
    public Optional<String> warning() {
      return switch (this) {
        case CONFIRMED -> Optional.empty();
        case TENTATIVE -> Optional.of("Not yet confirmed");
        case CANCELLED -> Optional.of("Cancelled");
      };
    }
  }

  /** Latitude and longitude in degrees (WGS 84): both or neither. */
  public record Place(
      Optional<String> name, Optional<String> address, Optional<Double> lat, Optional<Double> lon) {

    /** Name and address as one line; nothing when there is neither. */
    public Optional<String> line() {
      String line =
          Stream.of(name, address)
              .flatMap(Optional::stream)
              .filter(words -> !words.isBlank())
              .distinct()
              .collect(Collectors.joining(", "));
      return Optional.of(line).filter(words -> !words.isEmpty());
    }
  }
}
