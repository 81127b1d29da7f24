package org.regionwire.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.regionwire.news.Items.anEvent;
import static org.regionwire.news.Items.anItem;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.regionwire.archive.Verdict.Outcome;
import org.regionwire.news.Change;
import org.regionwire.news.Change.What;
import org.regionwire.news.EnrichedItem;
import org.regionwire.news.EventTime;
import org.regionwire.news.EventTimeFound;
import org.regionwire.news.ItemId;
import org.regionwire.news.Items;
import org.regionwire.news.Kind;
import org.regionwire.news.Origin;
import org.regionwire.news.PublishedItem;
import org.regionwire.news.SearchWords;
import org.regionwire.news.Selection;

/** What every archive does with an item that is changed, withdrawn and brought back. */
abstract class LifeContract {
  private static final Instant NOON = Instant.parse("2026-03-02T12:00:00.123Z");
  private static final ItemId BRIDGE = ItemId.derivedFrom("bridge");
  private static final Selection MALMO = Selection.region("malmo");

  private final MovingClock clock = new MovingClock(NOON);
  private Database database;
  private Archive archive;
  private int keys;

  abstract Database open();

  @BeforeEach
  void open_an_empty_archive() {
    database = open();
    archive = reopened();
  }

  @AfterEach
  void close() {
    database.close();
  }

  @Test
  void a_page_of_the_archive_has_what_was_withdrawn() {
    stored(bridge("A bridge").about("malmo"));
    var gone = stored(changing(bridge("x"), What.WITHDRAWAL));
    assertThat(archive.ever(MALMO, 0, 1, 9)).containsExactly(gone);
    assertThat(archive.places(MALMO, 0, 9, 9, false)).containsExactly(1L);
  }

  @Test
  void a_minor_edit_is_silent_and_a_correction_is_not() {
    stored(bridge("A brigde"));
    clock.passes(60);
    var minor = stored(changing(bridge("A bridge"), What.MINOR));
    assertThat(minor.revision()).isEqualTo(2);
    assertThat(minor.updated()).isEqualTo(NOON);
    assertThat(minor.correction()).isEmpty();
    var corrected = stored(changing(bridge("Two bridges"), What.CORRECTION));
    assertThat(corrected.updated()).isEqualTo(NOON.plusSeconds(60));
    assertThat(corrected.published()).isEqualTo(NOON);
  }

  @Test
  void a_material_correction_is_told_with_every_revision_from_then_on() {
    stored(bridge("A bridge"));
    clock.passes(60);
    var material = stored(changing(bridge("No bridge"), What.MATERIAL));
    assertThat(material.correction().orElseThrow().note()).isEqualTo("note");
    assertThat(material.correction().orElseThrow().at()).isEqualTo(NOON.plusSeconds(60));
    clock.passes(60);
    var later = stored(changing(bridge("No bridge."), What.MINOR));
    assertThat(later.correction()).isEqualTo(material.correction());
    assertThat(reopened().find(BRIDGE)).hasValue(later);
  }

  @Test
  void a_withdrawn_item_leaves_every_page_and_is_told_of() {
    var first = stored(bridge("A bridge").about("malmo").on("ict"));
    var other = stored(anItem().titled("Another bridge").about("malmo").on("ict"));
    clock.passes(60);
    var gone = stored(changing(bridge("(withdrawn)"), What.WITHDRAWAL));
    assertThat(gone.withdrawn()).isTrue();
    assertThat(gone.note()).hasValue("note");
    assertThat(gone.item().title()).isEqualTo("A bridge");
    assertThat(gone.enriched().regionSlugs()).containsExactly("malmo");
    assertThat(gone.updated()).isEqualTo(NOON.plusSeconds(60));
    for (var selection : selections()) {
      assertThat(latest(selection)).as("%s", selection).containsExactly(other);
      assertThat(reopened().window(selection, 0, 99, 99, NOON)).containsExactly(other);
      assertThat(reopened().recent(selection, 9, NOON).withdrawn()).containsExactly(gone);
    }
    assertThat(archive.recent(Selection.region("oslo"), 9, NOON).withdrawn()).isEmpty();
    assertThat(archive.find(BRIDGE)).hasValue(gone);
    assertThat(archive.revisions(BRIDGE)).containsExactly(first, gone);
    assertThat(archive.count()).isEqualTo(2);
  }

  @Test
  void a_withdrawn_item_is_neither_counted_nor_compared_with() {
    var day = LocalDate.of(2026, 10, 9);
    stored(anEvent("2026-10-09").withId(BRIDGE).about("malmo"));
    var other = stored(anEvent("2026-10-09").about("malmo"));
    assertThat(archive.startingOn(day, 9)).hasSize(2);
    stored(changing(bridge("(withdrawn)"), What.WITHDRAWAL));
    assertThat(archive.startingOn(day, 9)).containsExactly(other);
    assertThat(archive.countsByRegion(Instant.EPOCH, NOON)).containsOnly(Map.entry("malmo", 1));
  }

  @Test
  void an_event_of_the_text_stays_one_when_it_is_mended_or_withdrawn_after_its_day() {
    var day = Instant.parse("2026-03-02T08:00:00Z");
    assertThat(stored(told("Fair on 5 March", day)).kind()).isEqualTo(Kind.EVENT);
    var mended = stored(told("The fair on 5 March", day.plus(9, ChronoUnit.DAYS)));
    assertThat(mended.kind()).isEqualTo(Kind.EVENT);
    assertThat(reopened().find(BRIDGE).orElseThrow().kind()).isEqualTo(Kind.EVENT);
    var origin = told("x", day.plus(20, ChronoUnit.DAYS)).item().origin();
    var gone = stored(from(mended.enriched().from(origin), What.WITHDRAWAL));
    assertThat(gone.kind()).isEqualTo(Kind.EVENT);
    assertThat(gone.item().origin().first()).isEqualTo(day);
    assertThat(reopened().calendar(Selection.ALL, LocalDate.of(2026, 3, 1), 9, NOON))
        .containsExactly(gone);
  }

  @Test
  void news_of_a_day_past_stays_news_and_its_sender_can_say_otherwise() {
    var day = Instant.parse("2026-03-08T08:00:00Z");
    assertThat(stored(told("Fair of 5 March", day)).kind()).isEqualTo(Kind.NEWS);
    var mended = stored(told("The fair of 5 March", day.plus(1, ChronoUnit.DAYS)));
    assertThat(mended.kind()).isEqualTo(Kind.NEWS);
    assertThat(stored(anEvent("2026-03-05").withId(BRIDGE)).kind()).isEqualTo(Kind.EVENT);
  }

  /** An item whose text names the fifth of March. */
  private EnrichedItem told(String title, Instant received) {
    var plain = bridge(title).receivedAt(received).withKey("told " + ++keys).build();
    var start = EventTime.parse("2026-03-05");
    var when =
        new EventTimeFound(start, Optional.empty(), true, "title", 0, "5 March", 1, "it says so");
    return new EnrichedItem(plain.item(), plain.regions(), Optional.of(when), Optional.empty());
  }

  @Test
  void withdrawn_twice_is_withdrawn_once() {
    stored(bridge("A bridge"));
    var gone = stored(changing(bridge("x"), What.WITHDRAWAL));
    var again = decided(changing(bridge("x"), What.WITHDRAWAL));
    assertThat(again).isEqualTo(new Verdict(Outcome.UNCHANGED, Optional.of(gone)));
  }

  @Test
  void a_withdrawn_item_that_is_sent_again_is_back_in_its_place() {
    var first = stored(bridge("A bridge").about("malmo"));
    var newer = stored(anItem().about("malmo"));
    var gone = stored(changing(bridge("x"), What.WITHDRAWAL));
    var back = stored(bridge("A bridge").about("malmo"));
    assertThat(back.revision()).isEqualTo(3);
    assertThat(back.published()).isEqualTo(first.published());
    assertThat(back.updated()).as("younger than its tombstone").isAfter(gone.updated());
    assertThat(back.updated().getEpochSecond()).isGreaterThan(gone.updated().getEpochSecond());
    assertThat(latest(MALMO)).containsExactly(newer, back);
    assertThat(reopened().recent(MALMO, 9, NOON).withdrawn()).isEmpty();
  }

  @Test
  void the_whole_life_fits_into_one_batch() {
    var verdicts =
        archive.decide(
            List.of(
                bridge("a").about("malmo").build(),
                changing(bridge("b"), What.WITHDRAWAL),
                bridge("c").about("malmo").build(),
                changing(bridge("d"), What.WITHDRAWAL)));
    assertThat(verdicts).extracting(Verdict::outcome).containsOnly(Outcome.STORED);
    assertThat(latest(MALMO)).isEmpty();
    assertThat(reopened().recent(MALMO, 9, NOON).withdrawn())
        .extracting(item -> item.item().title())
        .containsExactly("c");
  }

  @Test
  void of_two_who_expect_the_same_revision_one_loses() {
    stored(bridge("A bridge"));
    var won = changing(bridge("Won"), What.CORRECTION, 1);
    var lost = changing(bridge("Lost"), What.CORRECTION, 1);
    var verdicts = archive.decide(List.of(won, lost));
    assertThat(verdicts).extracting(Verdict::lost).containsExactly(false, true);
    assertThat(verdicts.get(1).item()).isEqualTo(verdicts.get(0).item());
    assertThat(reopened().find(BRIDGE).orElseThrow().item().title()).isEqualTo("Won");
    assertThat(reopened().decide(List.of(lost, won)))
        .as("delivered again")
        .containsExactly(verdicts.get(1), verdicts.get(0));
    var key = lost.item().origin().key();
    assertThat(reopened().verdict(key).orElseThrow().lost()).isTrue();
  }

  @Test
  void a_verdict_stands_when_the_expected_revision_comes_later() {
    stored(bridge("A bridge"));
    var early = changing(bridge("Early"), What.CORRECTION, 2);
    assertThat(decided(early).lost()).isTrue();
    stored(bridge("Another bridge"));
    assertThat(decided(early).lost()).isTrue();
  }

  @Test
  void who_expects_a_revision_of_nothing_loses() {
    var verdict = decided(changing(bridge("A bridge"), What.CORRECTION, 1));
    assertThat(verdict).isEqualTo(new Verdict(Outcome.LOST, Optional.empty()));
    assertThat(archive.count()).isZero();
  }

  @Test
  void what_waited_for_its_time_does_not_undo_what_was_sent_after_it() {
    var embargoed = bridge("Old").publishingAt(NOON.plusSeconds(60)).receivedAt(NOON).build();
    var sent = stored(bridge("New").receivedAt(NOON.plusSeconds(30)));
    clock.passes(60);
    assertThat(decided(embargoed)).isEqualTo(new Verdict(Outcome.UNCHANGED, Optional.of(sent)));
  }

  @Test
  void an_item_under_embargo_is_nowhere_until_its_time() {
    var item = bridge("Later").about("malmo").publishingAt(NOON.plusSeconds(60)).build();
    assertThat(decided(item)).isEqualTo(new Verdict(Outcome.HELD, Optional.empty()));
    assertThat(decided(item)).as("delivered again").matches(Verdict::held);
    assertThat(archive.count()).isZero();
    assertThat(archive.lastSequence()).isZero();
    assertThat(archive.find(BRIDGE)).isEmpty();
    assertThat(archive.verdict(item.item().origin().key())).isEmpty();
    assertThat(latest(MALMO)).isEmpty();
    assertThat(embargo().due(NOON.plusMillis(59_999))).isEmpty();
    assertThat(embargo().find(BRIDGE)).hasValue(item);
    assertThat(embargo().findByKey(item.item().origin().key())).hasValue(item);

    clock.passes(60);
    assertThat(embargo().due(clock.instant())).containsExactly(item);
    assertThat(stored(item).published()).isEqualTo(clock.instant());
    assertThat(embargo().due(clock.instant())).as("until it is released").containsExactly(item);
    embargo().release(List.of(item));
    assertThat(embargo().due(clock.instant())).isEmpty();
    assertThat(latest(MALMO)).hasSize(1);
  }

  @Test
  void what_is_sent_again_under_embargo_replaces_what_waits() {
    decided(bridge("Old").publishingAt(NOON.plusSeconds(60)).build());
    var newer = bridge("New").publishingAt(NOON.plusSeconds(90)).build();
    decided(newer);
    assertThat(embargo().due(NOON.plusSeconds(60))).isEmpty();
    assertThat(embargo().due(NOON.plusSeconds(90))).containsExactly(newer);
  }

  @Test
  void releasing_one_leaves_what_replaced_it_meanwhile() {
    var old = bridge("Old").publishingAt(NOON.plusSeconds(60)).build();
    decided(old);
    decided(bridge("New").publishingAt(NOON.plusSeconds(60)).build());
    embargo().release(List.of(old));
    assertThat(embargo().find(BRIDGE)).isPresent();
  }

  @Test
  void an_item_withdrawn_before_its_time_is_never_told_of() {
    var embargoed = bridge("Old").about("malmo").publishingAt(NOON.plusSeconds(60));
    var gone = stored(from(embargoed.receivedAt(NOON.plusSeconds(30)).build(), What.WITHDRAWAL));
    assertThat(gone.unborn()).isTrue();
    clock.passes(60);
    assertThat(decided(embargoed.receivedAt(NOON).build()).item()).hasValue(gone);
    assertThat(latest(MALMO)).isEmpty();
    assertThat(archive.recent(MALMO, 9, NOON).withdrawn()).isEmpty();
    assertThat(archive.recent(Selection.ALL, 9, NOON).withdrawn()).isEmpty();
    assertThat(archive.ever(Selection.ALL, 0, 9, 9)).isEmpty();
    assertThat(archive.places(MALMO, 0, 9, 9, true)).isEmpty();
  }

  @Test
  void of_two_that_wait_in_one_batch_the_last_one_is_held() {
    var older = bridge("Old").publishingAt(NOON.plusSeconds(60)).build();
    var newer = bridge("New").publishingAt(NOON.plusSeconds(60)).build();
    archive.decide(List.of(older, newer));
    assertThat(embargo().due(NOON.plusSeconds(60))).containsExactly(newer);
  }

  private static List<Selection> selections() {
    return List.of(
        Selection.ALL,
        MALMO,
        Selection.of(List.of(), Optional.empty(), List.of("ict")),
        Selection.of(List.of("malmo"), Optional.empty(), List.of("ict")),
        Selection.ALL.in(List.of("en")),
        Selection.ALL.saying(SearchWords.of("bridge")),
        Selection.ALL.except(List.of("oslo")));
  }

  /** One that remembers nothing, so that what it gives comes from the database. */
  private Archive reopened() {
    return new JdbiArchive(database, clock, new ItemJson());
  }

  private JdbiEmbargo embargo() {
    return new JdbiEmbargo(database, new ItemJson());
  }

  private List<PublishedItem> latest(Selection selection) {
    return reopened().latest(selection, 99, clock.instant());
  }

  private PublishedItem stored(Items item) {
    return stored(item.build());
  }

  private PublishedItem stored(EnrichedItem item) {
    var verdict = decided(item);
    assertThat(verdict.outcome()).isEqualTo(Outcome.STORED);
    return verdict.item().orElseThrow();
  }

  private Verdict decided(EnrichedItem item) {
    return archive.decide(List.of(item)).get(0);
  }

  private static Items bridge(String title) {
    return anItem().withId(BRIDGE).titled(title);
  }

  private EnrichedItem changing(Items item, What what, Integer... expects) {
    return from(item.build(), what, expects);
  }

  private EnrichedItem from(EnrichedItem item, What what, Integer... expects) {
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
