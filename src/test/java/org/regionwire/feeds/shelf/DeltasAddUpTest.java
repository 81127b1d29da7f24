package org.regionwire.feeds.shelf;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import org.regionwire.feeds.Desk;
import org.regionwire.feeds.FeedFormat;
import org.regionwire.feeds.FeedKey;
import org.regionwire.feeds.Story;
import org.regionwire.feeds.rendering.Basis;

/** Whoever adds deltas to what it has, has all that the feed shows. */
class DeltasAddUpTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final FeedKey MALMO = Desk.feed("malmo", FeedFormat.JSON);

  @Property(tries = 300, shrinking = ShrinkingMode.OFF)
  void whatever_happens_in_between(@ForAll long seed) throws IOException {
    var random = new Random(seed);
    var story = new Story(random);
    Map<String, String> reader = new HashMap<>();
    var seen = story.desk.shelf.take(MALMO);
    reader.putAll(titles(seen.identity().bytes().getBytes()));
    for (int poll = 0; poll < 10; poll++) {
      for (int i = random.nextInt(10); i > 0; i--) {
        story.goesOn();
      }
      var now = story.desk.shelf.take(MALMO);
      var base = Basis.newest(seen.identity().etag()).orElseThrow();
      reader.putAll(titles(story.desk.press.delta(MALMO, base.basis())));
      assertThat(reader).containsAllEntriesOf(titles(now.identity().bytes().getBytes()));
      seen = now;
    }
  }

  private static Map<String, String> titles(byte[] feed) throws IOException {
    Map<String, String> titles = new HashMap<>();
    JSON.readTree(feed)
        .path("items")
        .forEach(item -> titles.put(item.path("id").asText(), item.path("title").asText()));
    return titles;
  }
}
