package org.regionwire.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.regionwire.news.Items.anItem;

import java.util.List;
import java.util.Optional;
import org.regionwire.archive.Verdict.Outcome;
import org.regionwire.news.Change;
import org.regionwire.news.Change.What;
import org.regionwire.news.EnrichedItem;
import org.regionwire.news.Items;
import org.regionwire.news.Origin;
import org.regionwire.news.PublishedItem;
import org.regionwire.news.Selection;

/** An archive at noon, and changes to one item of it. */
abstract class LifeFixture extends ArchiveFixture {
  static final Selection MALMO = Selection.region("malmo");

  int keys;

  JdbiEmbargo embargo() {
    return new JdbiEmbargo(database, new ItemJson());
  }

  PublishedItem stored(Items item) {
    return stored(item.build());
  }

  PublishedItem stored(EnrichedItem item) {
    var verdict = decided(item);
    assertThat(verdict.outcome()).isEqualTo(Outcome.STORED);
    return verdict.item().orElseThrow();
  }

  Verdict decided(EnrichedItem item) {
    return archive.decide(List.of(item)).get(0);
  }

  static Items bridge(String title) {
    return anItem().withId(BRIDGE).titled(title);
  }

  EnrichedItem changing(Items item, What what, Integer... expects) {
    return from(item.build(), what, expects);
  }

  EnrichedItem from(EnrichedItem item, What what, Integer... expects) {
    var origin = item.item().origin();
    return item.from(
        new Origin(
            origin.sender(),
            "change " + ++keys,
            origin.bodyHash(),
            origin.received(),
            Optional.empty(),
            Optional.of(new Change(what, Optional.of("note"), List.of(expects)))));
  }
}
