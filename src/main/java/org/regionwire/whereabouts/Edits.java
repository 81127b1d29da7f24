package org.regionwire.whereabouts;

import java.util.Optional;
import org.regionwire.archive.Archive;
import org.regionwire.archive.JdbiEmbargo;
import org.regionwire.intake.Refused;
import org.regionwire.news.Change.What;
import org.regionwire.news.EnrichedItem;
import org.regionwire.news.ItemId;
import org.regionwire.news.NewsItem;
import org.regionwire.news.Origin;
import org.regionwire.news.PublishedItem;

/** Changes to items that are there: in the archive, waiting for their time, or on their way. */
public final class Edits {
  private final Archive archive;
  private final JdbiEmbargo embargo;
  private final Whereabouts whereabouts;

  public Edits(Archive archive, JdbiEmbargo embargo, Whereabouts whereabouts) {
    this.archive = archive;
    this.embargo = embargo;
    this.whereabouts = whereabouts;
  }

  /** The item as it is now, as far as this process knows. */
  public Optional<EnrichedItem> present(ItemId id) {
    return archive
        .find(id)
        .map(published -> published.enriched())
        .or(() -> embargo.find(id))
        .or(() -> whereabouts.find(id).flatMap(Whereabouts.Trace::waiting));
  }

  /** Who sent its first revision, whoever mended it since. */
  public Optional<String> author(ItemId id) {
    return archive.revisions(id).stream()
        .map(PublishedItem::enriched)
        .findFirst()
        .or(() -> present(id))
        .map(item -> item.item().origin().sender());
  }

  /**
   * What an item was stays: when it first came, and that a region was refused for it, until its
   * sender names it.
   */
  public NewsItem recall(NewsItem item) {
    boolean isNew = item.origin().senderId().isEmpty() && item.origin().change().isEmpty();
    return isNew ? item : present(item.id()).map(before -> after(before, item)).orElse(item);
  }

  private static NewsItem after(EnrichedItem before, NewsItem item) {
    return item.notIn(before.item().notRegions())
        .from(item.id(), item.origin().after(before.item().origin()));
  }

  /**
   * Gives a withdrawal the text that it takes back; of anything else nothing changes.
   *
   * @throws Refused 422 if there is no such item
   */
  public EnrichedItem complete(EnrichedItem submitted) {
    Origin origin = submitted.item().origin();
    if (!origin.does(What.WITHDRAWAL)) {
      return submitted;
    }
    var before =
        present(submitted.item().id())
            .orElseThrow(() -> new Refused(422, "/id", "is of no item you sent"));
    return before.from(origin.after(before.item().origin()));
  }
}
