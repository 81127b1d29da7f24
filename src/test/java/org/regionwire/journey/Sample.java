package org.regionwire.journey;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * One of the four items of {@code src/main/samples}, and what readers must find.
 *
 * @param when the event as people read it; empty for news
 * @param regions the one named and those that follow from it
 */
record Sample(
    String file, String mediaType, String title, String teaser, String when, List<String> regions) {

  static final Sample CONFERENCE =
      new Sample(
          "seed-news-1.json",
          "application/json",
          "BaltMet Inno WP 3 \"Cluster Development\" final event conference",
          "On November 13th BaltMet Inno WP 3 \"Cluster Development\" conference"
              + " \"Transnational Cluster Alliances - Connecting Neighbours in the Baltic Sea"
              + " Region\" hosted by TSB Innovationsagentur Berlin GmbH in cooperation with"
              + " WISTA MANAGEMENT GMBH took place in Berlin",
          "13 November 2007",
          List.of("berlin", "germany", "baltmet"));

  static final Sample OPEN_DAYS =
      new Sample(
          "seed-news-2.xml",
          "application/atom+xml;type=entry",
          "Balt Met Inno seminar in the framework of Open Days in Brussels on 9th October 2007.",
          "",
          "",
          List.of("brussels", "belgium"));

  static final Sample SEMINAR =
      new Sample(
          "seed-news-3.md",
          "text/markdown",
          "Seminar at Open Days in Brussels on 9 October 2007",
          "In collaboration with the Baltic Sea Group, BaltMet Inno will arrange the seminar"
              + " \"Boosting Innovation through Metropolitan Partnership\".",
          "9 October 2007",
          List.of("brussels", "belgium"));

  static final Sample WORKSHOPS =
      new Sample(
          "seed-news-4.json",
          "application/json",
          "BaltMet Inno Workshops in St. Petersburg, 13-15 June 2007",
          "From 13 - 15 June, the City of St. Petersburg hosted a number of BaltMet Inno"
              + " workshops and BaltMet network meetings.",
          "13–15 June 2007",
          List.of("st-petersburg", "russia", "baltmet"));

  static final List<Sample> ALL = List.of(CONFERENCE, OPEN_DAYS, SEMINAR, WORKSHOPS);

  static List<Sample> of(String region) {
    return ALL.stream()
        .filter(sample -> region.equals("all") || sample.regions().contains(region))
        .toList();
  }

  byte[] bytes() {
    try {
      return Files.readAllBytes(Path.of("src/main/samples", file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  String kind() {
    return when.isEmpty() ? "news" : "event";
  }
}
