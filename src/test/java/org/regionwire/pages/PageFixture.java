package org.regionwire.pages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.regionwire.pages.AnItem.anItem;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.regex.Pattern;
import org.regionwire.news.PublishedItem;

/** The pages of a small world in May 2007, and what is read out of them. */
abstract class PageFixture {
  static final Clock MAY_2007 = Clock.fixed(Instant.parse("2007-05-10T12:00:00Z"), ZoneOffset.UTC);
  static final Pattern JSON_LD =
      Pattern.compile("<script type=\"application/ld\\+json\">(.*?)</script>", Pattern.DOTALL);

  final SmallRegions regions = new SmallRegions();
  final Pages pages =
      new Pages(URI.create("https://wire.example/"), regions, regions.topics(), MAY_2007);

  String completePage() {
    PublishedItem item = anItem("Öppna dagar").complete().in("malmo").published();
    return pages.item(item, List.of(item));
  }

  static JsonNode jsonLd(String page) {
    var matcher = JSON_LD.matcher(page);
    assertThat(matcher.find()).isTrue();
    try {
      return new ObjectMapper().readTree(matcher.group(1));
    } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
      throw new AssertionError(matcher.group(1), e);
    }
  }
}
