package org.regionwire;

import io.vertx.ext.web.RoutingContext;
import java.net.URI;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import org.regionwire.door.Admission;
import org.regionwire.door.Gate;
import org.regionwire.door.Insiders;
import org.regionwire.feeds.FeedAddresses;
import org.regionwire.feeds.delivery.FeedDelivery;
import org.regionwire.feeds.shelf.Press;
import org.regionwire.feeds.shelf.Shelf;
import org.regionwire.http.Delivery;
import org.regionwire.http.FeedReception;
import org.regionwire.http.HttpDoor;
import org.regionwire.http.ObserveDelivery;
import org.regionwire.http.items.RevisionDelivery;
import org.regionwire.http.items.StatusDelivery;
import org.regionwire.news.ItemId;
import org.regionwire.pages.ItemForms;
import org.regionwire.pages.PageDelivery;
import org.regionwire.pages.Pages;
import org.regionwire.parked.ParkedItems;
import org.regionwire.whereabouts.Whereabouts;

/** What readers get by HTTP: feeds, pages, and what is told of items. */
final class ReadingRoom {
  private static final long SHELF_BYTES = 64L << 20;

  private final Settings settings;
  private final Newsroom newsroom;
  private final Press press;
  private final Shelf shelf;
  private final Pages page;
  private final FeedAddresses addresses;

  ReadingRoom(Settings settings, Newsroom newsroom) {
    this.settings = settings;
    this.newsroom = newsroom;
    press = newsroom.press();
    shelf = new Shelf(press, settings.shelf, SHELF_BYTES);
    page =
        new Pages(
            URI.create(settings.base), newsroom.regions(), newsroom.topics(), newsroom.clock());
    addresses = new FeedAddresses(newsroom.regions(), newsroom.topics());
  }

  Shelf shelf() {
    return shelf;
  }

  Pages page() {
    return page;
  }

  FeedAddresses addresses() {
    return addresses;
  }

  /**
   * @param parked what is parked of an item
   */
  Delivery delivery(
      Gate gate,
      Admission admission,
      Whereabouts whereabouts,
      Function<ItemId, Optional<ParkedItems.Lot>> parked) {
    var pages = pages();
    return new Delivery(
        door(gate, admission),
        new ObserveDelivery(new Insiders(settings.observe), newsroom.metrics()),
        settings.roles,
        feeds(pages),
        pages,
        status(whereabouts, parked),
        new RevisionDelivery(
            newsroom.archive(), newsroom.json()::writeForReaders, admission::sender),
        newsroom::feedList,
        newsroom.metrics());
  }

  private HttpDoor door(Gate gate, Admission admission) {
    Consumer<RoutingContext> untraced = context -> {};
    return new HttpDoor(
        gate,
        admission,
        settings.submissionLimit,
        page,
        newsroom.metrics(),
        newsroom.traces().<Consumer<RoutingContext>>map(all -> all::door).orElse(untraced));
  }

  private PageDelivery pages() {
    var forms =
        new ItemForms(newsroom.json()::writeForReaders, newsroom.ninjs()::write, press::calendar);
    return new PageDelivery(newsroom.archive(), newsroom.regions(), page, newsroom.clock(), forms);
  }

  private FeedDelivery feeds(PageDelivery pages) {
    var reception = new FeedReception(pages, page, addresses, settings.base);
    return new FeedDelivery(shelf, press.archivePages(), addresses, reception, newsroom.clock());
  }

  private StatusDelivery status(
      Whereabouts whereabouts, Function<ItemId, Optional<ParkedItems.Lot>> parked) {
    return new StatusDelivery(
        newsroom.archive(),
        newsroom.embargo(),
        newsroom.mailroom().reach(),
        whereabouts,
        parked,
        page);
  }
}
