package org.regionwire.intake;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.regionwire.news.EnrichedItem;
import org.regionwire.news.Items;

class ReceiptsTest {
  private final Receipts receipts =
      new Receipts("https://news.example.org", item -> java.util.List.of());
  private final EnrichedItem item = Items.anItem().titled("Harbour opens").about("malmo").build();

  @Test
  void an_accepted_item_has_its_addresses() throws Exception {
    var receipt = new JsonMapper().readTree(receipts.write(receipts.accepted(item)));
    String self = "https://news.example.org/items/" + item.item().id();
    assertThat(receipt.path("status").asText()).isEqualTo("accepted");
    assertThat(receipt.path("id").asText()).isEqualTo(item.item().id().value());
    assertThat(receipt.at("/links/self").asText()).isEqualTo(self);
    assertThat(receipt.at("/links/status").asText()).isEqualTo(self + "/status");
    assertThat(receipt.at("/links/feeds"))
        .extracting(feed -> feed.asText())
        .contains(
            "https://news.example.org/feeds/all.rss", "https://news.example.org/feeds/malmo.json");
    assertThat(receipt.at("/regions/0/region").asText()).isEqualTo("malmo");
  }

  @Test
  void a_dry_run_has_no_id_and_counts_subscribers() throws Exception {
    var receipt = new JsonMapper().readTree(receipts.write(receipts.valid(item, 12)));
    assertThat(receipt.has("id")).isFalse();
    assertThat(receipt.path("status").asText()).isEqualTo("valid");
    assertThat(receipt.path("subscribers").asInt()).isEqualTo(12);
  }

  @Test
  void a_refusal_names_every_problem() throws Exception {
    var problems = List.of(new Problem("/title", "is missing"), new Problem("/link", "is odd"));
    var receipt = new JsonMapper().readTree(receipts.write(Receipt.refused(problems)));
    assertThat(receipt.path("status").asText()).isEqualTo("refused");
    assertThat(receipt.path("problems")).hasSize(2);
    assertThat(receipt.at("/problems/0/pointer").asText()).isEqualTo("/title");
  }
}
