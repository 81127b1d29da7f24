package org.regionwire.region;

import java.util.List;
import java.util.Optional;
import org.regionwire.news.Event;
import org.regionwire.news.NewsItem;
import org.regionwire.news.Point;
import org.regionwire.news.RegionFound;
import org.regionwire.news.RegionFound.How;

/** Where an item is on the map: at its event's place, else at the region it is about. */
public final class ItemPoint {
  private final Regions regions;

  public ItemPoint(Regions regions) {
    this.regions = regions;
  }

  /**
   * @param found the surest first
   */
  public Optional<Point> of(NewsItem item, List<RegionFound> found) {
    return item.event()
        .flatMap(Event::place)
        .flatMap(ItemPoint::point)
        .or(
            () ->
                found.stream()
                    .filter(one -> one.how() != How.CONTAINS)
                    .flatMap(one -> regions.point(one.region()).stream())
                    .findFirst());
  }

  private static Optional<Point> point(Event.Place place) {
    return place.lat().flatMap(lat -> place.lon().map(lon -> new Point(lat, lon)));
  }
}
