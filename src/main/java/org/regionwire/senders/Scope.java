package org.regionwire.senders;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.regionwire.intake.Problem;
import org.regionwire.intake.Refused;
import org.regionwire.news.Box;
import org.regionwire.news.EnrichedItem;
import org.regionwire.news.Point;
import org.regionwire.news.RegionFound;
import org.regionwire.region.Region;
import org.regionwire.region.Regions;

/** Which regions a token may send for: those it names, and what is in them. */
public final class Scope {
  /** Some 25 km: the outskirts. */
  private static final double NEAR_DEGREES = 0.25;

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
    var point = item.point().filter(at -> isNear(scope, at)).or(() -> at(found));
    return new EnrichedItem(item.item(), found, item.when(), point);
  }

  /** Searches by a box on the map find it where the token is for, whatever its place says. */
  private boolean isNear(Set<String> scope, Point at) {
    return scope.stream()
        .flatMap(slug -> regions.extent(slug).stream())
        .anyMatch(extent -> wider(extent).contains(at));
  }

  private static Box wider(Box extent) {
    return new Box(
        Math.max(-180, extent.west() - NEAR_DEGREES),
        Math.max(-90, extent.south() - NEAR_DEGREES),
        Math.min(180, extent.east() + NEAR_DEGREES),
        Math.min(90, extent.north() + NEAR_DEGREES));
  }

  /** Where the surest of the regions is that it is still about. */
  private Optional<Point> at(List<RegionFound> found) {
    return found.stream()
        .filter(one -> one.primary() && one.how() != RegionFound.How.CONTAINS)
        .flatMap(one -> regions.point(one.region()).stream())
        .findFirst();
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
