package org.regionwire;

import java.util.List;
import org.regionwire.archive.ItemJson;
import org.regionwire.broker.OutsideDoor;
import org.regionwire.news.PublishedItem;
import org.regionwire.push.WireEvent;

/** Tells outsiders on the broker of what was published. Nothing is made while nobody listens. */
public final class WireEvents {
  private final OutsideDoor door;
  private final ItemJson json;
  private final String base;

  /**
   * @param base public address of the site, without a slash at its end
   */
  WireEvents(OutsideDoor door, ItemJson json, String base) {
    this.door = door;
    this.json = json;
    this.base = base;
  }

  public void tell(List<PublishedItem> published) {
    if (door.heard()) {
      published.forEach(this::tell);
    }
  }

  private void tell(PublishedItem published) {
    var event = WireEvent.of(published, base, json.writeForReaders(published).strip());
    for (String address : event.addresses()) {
      door.tell(address, WireEvent.MEDIA_TYPE, event.json());
    }
  }
}
