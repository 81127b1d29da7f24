package org.regionwire.intake.validating;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.regionwire.intake.Desk;
import org.regionwire.intake.Refused;
import org.regionwire.news.Change;
import org.regionwire.news.Change.What;
import org.regionwire.news.Format;
import org.regionwire.news.ItemId;
import org.regionwire.news.NewsItem;
import org.regionwire.news.Submission;
import org.regionwire.news.Target;

class ChangeTest {
  private static final ItemId BRIDGE = ItemId.derivedFrom("desk", "id", "bridge");

  private final Desk desk = new Desk();

  @Test
  void a_plain_submission_changes_nothing() {
    assertThat(desk.accepts("{\"title\": \"x\"}").origin().change()).isEmpty();
    assertThat(desk.accepts("{\"title\": \"x\", \"withdraw\": false}").origin().change()).isEmpty();
  }

  @Test
  void a_correction_says_how_much_readers_have_to_know() {
    assertThat(change("{\"title\": \"x\", \"correction\": {\"class\": \"minor\"}}"))
        .isEqualTo(new Change(What.MINOR, Optional.empty(), List.of()));
    assertThat(
            change(
                "{\"title\": \"x\", \"correction\": {\"class\": \"material\", \"note\": \"No.\"}}"))
        .isEqualTo(new Change(What.MATERIAL, Optional.of("No."), List.of()));
    assertThat(change("{\"title\": \"x\", \"correction\": {\"note\": \"No.\"}}"))
        .isEqualTo(new Change(What.CORRECTION, Optional.of("No."), List.of()));
  }

  @Test
  void a_withdrawal_needs_an_id_and_a_reason_and_nothing_else() {
    var gone = desk.accepts("{\"id\": \"bridge\", \"withdraw\": true, \"reason\": \"No.\"}");
    assertThat(gone.id()).isEqualTo(BRIDGE);
    assertThat(gone.origin().change())
        .hasValue(new Change(What.WITHDRAWAL, Optional.of("No."), List.of()));
  }

  @Test
  void a_withdrawal_can_be_written_in_markdown() {
    var gone =
        desk.accepts(Format.MARKDOWN, "---\nid: bridge\nwithdraw: true\nreason: Not true.\n---\n");
    assertThat(gone.origin().does(What.WITHDRAWAL)).isTrue();
  }

  private static final String TOMBSTONE =
      "<at:deleted-entry xmlns:at='http://purl.org/atompub/tombstones/1.0' ref='%s'"
          + " when='2026-03-02T12:00:00Z'><at:comment>Not true.</at:comment></at:deleted-entry>";

  @Test
  void a_tombstone_withdraws_by_the_sender_s_id_and_by_the_one_in_feeds() {
    for (String ref : List.of("bridge", BRIDGE.tag())) {
      var gone = desk.accepts(Format.ATOM_ENTRY, TOMBSTONE.formatted(ref));
      assertThat(gone.id()).isEqualTo(BRIDGE);
      assertThat(gone.origin().change())
          .hasValue(new Change(What.WITHDRAWAL, Optional.of("Not true."), List.of()));
    }
    assertThat(
            desk.refuses(
                Format.ATOM_ENTRY,
                "<deleted-entry xmlns='http://purl.org/atompub/tombstones/1.0' ref='bridge'/>"))
        .hasMessage("/reason is missing; readers are told why an item is withdrawn");
  }

  @Test
  void the_id_in_feeds_names_an_item_at_its_address_but_makes_none() {
    String json = "{\"title\": \"x\", \"id\": \"" + BRIDGE.tag() + "\"}";
    var item = accepts(new Target(BRIDGE, List.of(), false), json);
    assertThat(item.id()).isEqualTo(BRIDGE);
    assertThat(item.origin().senderId()).isEmpty();
    assertThat(desk.refuses(json)).hasMessageContaining("/id is one of our feeds");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"withdraw\": true, \"id\": \"a\"}| /reason is missing; readers are told why an item is withdrawn",
        "{\"withdraw\": true, \"reason\": \"a\"}| /id is missing; it says which item to withdraw",
        "{\"withdraw\": \"yes\", \"title\": \"x\"}| /withdraw is text; it must be true or false",
        "{\"withdraw\": false, \"id\": \"a\"}| /title is missing",
        "{\"title\": \"x\", \"correction\": {\"class\": \"huge\"}}| /correction/class is not one of minor, correction, material",
        "{\"title\": \"x\", \"correction\": {\"class\": \"material\"}}| /correction is material and has no note; readers are told what was wrong",
        "{\"title\": \"x\", \"correction\": \"minor\"}| /correction is text; it must be an object"
      })
  void a_mistake_is_told_in_plain_words(String json, String said) {
    assertThat(desk.refuses(json).getMessage()).isEqualTo(said);
  }

  @Test
  void what_is_sent_to_an_address_is_of_that_item_and_expects_its_revision() {
    var item = accepts(new Target(BRIDGE, List.of(2), false), "{\"title\": \"x\"}");
    assertThat(item.id()).isEqualTo(BRIDGE);
    assertThat(item.origin().change())
        .hasValue(new Change(What.CORRECTION, Optional.empty(), List.of(2)));
  }

  @Test
  void a_deletion_is_a_withdrawal() {
    var item = accepts(new Target(BRIDGE, List.of(2), true), "{\"reason\": \"No.\"}");
    assertThat(item.id()).isEqualTo(BRIDGE);
    assertThat(item.origin().change())
        .hasValue(new Change(What.WITHDRAWAL, Optional.of("No."), List.of(2)));
  }

  @Test
  void an_id_of_the_sender_must_be_of_the_item_at_the_address() {
    var target = new Target(BRIDGE, List.of(), false);
    assertThat(accepts(target, "{\"title\": \"x\", \"id\": \"bridge\"}").id()).isEqualTo(BRIDGE);
    var refused =
        catchThrowableOfType(
            Refused.class, () -> accepts(target, "{\"title\": \"x\", \"id\": \"pier\"}"));
    assertThat(refused).hasMessage("/id is of another item than the address");
  }

  private Change change(String json) {
    return desk.accepts(json).origin().change().orElseThrow();
  }

  private NewsItem accepts(Target target, String json) {
    byte[] body = json.getBytes(StandardCharsets.UTF_8);
    return desk.accepts(
        new Submission(
            "desk", "k", true, "hash", Desk.NOON, Format.JSON, body, Optional.of(target)));
  }
}
