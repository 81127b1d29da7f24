package org.regionwire.feeds.entries;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.regionwire.feeds.Desk;
import org.regionwire.feeds.Draft;
import org.regionwire.feeds.FeedTitles;

class NinjsTest {
  private final Desk desk = new Desk();
  private final Ninjs ninjs = new Ninjs(Desk.BASE, new FeedTitles(desk.places, desk.themes));

  @Test
  void what_is_said_of_an_item_stands_where_ninjs_has_it() throws IOException {
    var said = written(Draft.item("a").inFull());
    assertThat(said.at("/standard/name").asText()).isEqualTo("ninjs");
    assertThat(said.at("/uri").asText()).startsWith("tag:");
    assertThat(said.at("/version").asText()).isEqualTo("1");
    assertThat(said.at("/headlines/0/value").asText()).isEqualTo("Title of a");
    assertThat(said.at("/descriptions/0/value").asText()).isEqualTo("Short & <plain> of a");
    assertThat(said.at("/bodies/0/contenttype").asText()).isEqualTo("text/html");
    assertThat(said.at("/bodies/0/value").asText()).contains("<b>text</b>");
    assertThat(said.at("/language").asText()).isEqualTo("sv");
    assertThat(said.at("/by").asText()).isEqualTo("Ann Ek");
    assertThat(said.at("/infosources/0/name").asText()).isEqualTo("City of Malmö");
    assertThat(said.at("/places/0/literal").asText()).isEqualTo("malmo");
    assertThat(said.at("/firstcreated").asText()).matches("[0-9T:-]{19}Z");
    assertThat(said.at("/renditions").findValuesAsText("href"))
        .contains("https://sender.example/programme.pdf", "https://sender.example/a.png");
  }

  @Test
  void what_an_item_has_not_is_left_out() throws IOException {
    var said = written(Draft.item("a"));
    for (String absent : new String[] {"bodies", "language", "by", "infosources", "events"}) {
      assertThat(said.has(absent)).as(absent).isFalse();
    }
  }

  @Test
  void an_event_says_when_it_is() throws IOException {
    var said = written(Draft.item("a").with(Draft.seminar()));
    assertThat(said.at("/events/0/name").asText()).startsWith("Title of a, ").contains("2007");
  }

  private JsonNode written(Draft draft) throws IOException {
    return new ObjectMapper().readTree(ninjs.write(desk.archive.add(draft).get(0)));
  }
}
