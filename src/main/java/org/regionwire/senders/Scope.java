package org.regionwire.senders;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.regionwire.intake.Problem;
import org.regionwire.intake.Refused;
import org.regionwire.news.EnrichedItem;
import org.regionwire.news.RegionFound;
import org.regionwire.region.Region;
import org.regionwire.region.Regions;

/** Which regions a token may send for: those it names, and what is in them. */
public final class Scope {
  private final Regions regions;

  public Scope(Regions regions) {
    this.regions = regions;
  }

  /**
   * The item, about regions of the token only: others that its text tells of are mentions.
   *
   * @throws Refused 403 if it names another
   */
  public EnrichedItem within(Sender sender, EnrichedItem item) {
    if (sender.everywhere()) {
      return item;
    }
    var scope = Set.copyOf(sender.regions());
    var outside =
        item.item().regions().stream()
            .filter(slug -> !isIn(scope, slug))
            .map(slug -> problem(slug, sender))
            .toList();
    if (!outside.isEmpty()) {
      throw new Refused(403, outside);
    }
    return narrowed(item, scope);
  }

  private static Problem problem(String region, Sender sender) {
    String list = String.join(", ", sender.regions());
    return new Problem(
        "/regions", "has " + region + ", but this token sends for " + list + " only");
  }

  private EnrichedItem narrowed(EnrichedItem item, Set<String> scope) {
    Set<String> kept =
        item.regionSlugs().stream()
            .filter(slug -> isIn(scope, slug))
            .flatMap(slug -> Stream.concat(Stream.of(slug), wholes(slug)))
            .collect(Collectors.toSet());
    var found =
        item.regions().stream()
            .map(one -> kept.contains(one.region()) ? one : mentioned(one))
            .toList();
    return new EnrichedItem(item.item(), found, item.when(), item.point());
  }

  private static RegionFound mentioned(RegionFound one) {
    return one.primary()
        ? new RegionFound(
            one.region(),
            one.how(),
            false,
            one.confidence(),
            one.why() + "; your token is not for it",
            one.mentions())
        : one;
  }

  private boolean isIn(Set<String> scope, String slug) {
    return scope.contains(slug) || wholes(slug).anyMatch(scope::contains);
  }

  private Stream<String> wholes(String slug) {
    return regions.ancestors(slug).stream().map(Region::slug);
  }
}
