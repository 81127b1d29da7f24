package org.regionwire.parked;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.regionwire.archive.Archive;
import org.regionwire.archive.Verdict;
import org.regionwire.intake.Problem;
import org.regionwire.intake.Refused;
import org.regionwire.intake.validating.Validator;
import org.regionwire.news.EnrichedItem;
import org.regionwire.news.EventTimeFound;
import org.regionwire.news.RegionFound;
import org.regionwire.region.Enricher;

/** What checking, enriching and storing would make of an item, without doing it. */
public final class Rehearsal {
  private final Validator validator;
  private final Enricher enricher;
  private final Archive archive;

  public Rehearsal(Validator validator, Enricher enricher, Archive archive) {
    this.validator = validator;
    this.enricher = enricher;
    this.archive = archive;
  }

  /**
   * One that somebody has written into: cleaned as if it came from a sender.
   *
   * @throws Refused 422 with everything that is wrong with it
   */
  EnrichedItem mended(EnrichedItem item) {
    return new EnrichedItem(
        validator.again(item.item()), item.regions(), item.when(), item.point());
  }

  /** What a person should know before it goes on as it is. */
  List<String> remarks(EnrichedItem item) {
    var remarks = new ArrayList<String>();
    try {
      validator.again(item.item());
    } catch (Refused refused) {
      remarks.add(
          "It would be refused if it came today: "
              + refused.problems().stream()
                  .map(Problem::toString)
                  .collect(Collectors.joining("; ")));
    }
    var today = enricher.enrich(item.item());
    if (!own(today).equals(own(item))) {
      remarks.add(
          "Found in its text today: " + names(own(today)) + "; it keeps " + names(own(item)) + ".");
    }
    if (!start(today).equals(start(item))) {
      remarks.add(
          "The time found in its text today is "
              + words(start(today))
              + "; it keeps "
              + words(start(item))
              + ".");
    }
    return remarks;
  }

  /** Without those that contain them. */
  private static List<String> own(EnrichedItem item) {
    return item.regions().stream()
        .filter(region -> region.primary() && region.how() != RegionFound.How.CONTAINS)
        .map(RegionFound::region)
        .toList();
  }

  private static String start(EnrichedItem item) {
    return item.when().map(EventTimeFound::start).map(Object::toString).orElse("");
  }

  private static String words(String start) {
    return start.isEmpty() ? "none" : start;
  }

  private static String names(List<String> slugs) {
    return slugs.isEmpty() ? "no region" : String.join(", ", slugs);
  }

  /** What the archive would decide. */
  String verdict(EnrichedItem item) {
    var known = archive.verdict(item.item().origin().key());
    if (known.isPresent()) {
      return "is in the archive already; nothing changes.";
    }
    Verdict verdict = archive.foretell(item);
    return switch (verdict.outcome()) {
      case STORED -> stored(verdict, names(item.regionSlugs()));
      case UNCHANGED -> "says what stands in the archive already, or less; nothing changes.";
      case HELD ->
          "waits until "
              + item.item().publishAt().map(Instant::toString).orElse("its time")
              + ", for "
              + names(item.regionSlugs())
              + ".";
      case LOST -> "expects another revision than the present one; nothing changes.";
    };
  }

  private static String stored(Verdict verdict, String regions) {
    return verdict
        .item()
        .map(
            item ->
                item.withdrawn()
                    ? "is withdrawn, by revision " + item.revision() + "."
                    : item.revision() == 1
                        ? "is published as a new item, for " + regions + "."
                        : "becomes revision " + item.revision() + ", for " + regions + ".")
        .orElse("is stored.");
  }
}
