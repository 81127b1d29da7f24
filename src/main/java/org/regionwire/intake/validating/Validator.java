package org.regionwire.intake.validating;

import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.regionwire.intake.Draft;
import org.regionwire.intake.Refused;
import org.regionwire.intake.text.SafeHtml;
import org.regionwire.news.Attachment;
import org.regionwire.news.Change;
import org.regionwire.news.Event;
import org.regionwire.news.Format;
import org.regionwire.news.Image;
import org.regionwire.news.ItemId;
import org.regionwire.news.Kind;
import org.regionwire.news.NewsItem;
import org.regionwire.news.Origin;
import org.regionwire.news.Submission;
import org.regionwire.region.Regions;
import org.regionwire.region.Topics;

/**
 * Makes a news item of a draft, or says everything that is wrong with it. Safe for many threads.
 */
public final class Validator {
  /** Tidy HTML is longer than what was sent: escapes, link relations, tags closed. */
  private static final int TIDY_CONTENT = 3 << 20;

  private final Schema schema = new Schema();
  private final Vocabulary vocabulary;
  private final Clock clock;
  private final RandomGenerator random;

  /**
   * @param random makes the ids that must not be guessed: a {@code SecureRandom}
   */
  public Validator(Regions regions, Topics topics, Clock clock, RandomGenerator random) {
    this.vocabulary = new Vocabulary(regions, topics);
    this.clock = clock;
    this.random = random;
  }

  /**
   * @throws Refused 422 with every problem
   */
  public NewsItem validate(Draft draft) {
    var problems = new Problems();
    var tree =
        ChangeFields.complete(new FieldCleaning(problems).clean(draft.tree()), draft.submission());
    schema.check(tree, problems);
    var item = new Fields(tree, "", problems);
    var meaning = meaning(item);
    Origin origin = origin(draft.submission(), item);
    ItemId id = id(draft.submission(), origin, item);
    checkId(draft.submission(), item, origin, id);
    problems.throwIfAny();
    return newsItem(id, origin, item, meaning);
  }

  /**
   * An item as it would be if its text came now: cleaned, with its id and its origin.
   *
   * @throws Refused 422 with every problem
   */
  public NewsItem again(NewsItem item) {
    var from = item.origin();
    var submission =
        new Submission(
            from.sender(),
            from.key(),
            from.keyed(),
            from.bodyHash(),
            from.received(),
            Format.JSON,
            new byte[0]);
    return validate(new Draft(submission, ItemTree.of(item))).from(item.id(), from);
  }

  /** What the fields say beyond their text. */
  private record Meaning(
      Optional<Event> event,
      Times times,
      Optional<String> content,
      Optional<String> language,
      Optional<URI> link,
      List<String> regions,
      List<String> notRegions,
      List<String> topics,
      Optional<Image> image,
      List<Attachment> attachments) {}

  private Meaning meaning(Fields item) {
    return new Meaning(
        item.object("event").flatMap(EventFields::read),
        Times.of(item, clock.instant()),
        item.parsed("content", text -> SafeHtml.of(text, TIDY_CONTENT)).flatMap(html -> html),
        item.parsed("language", LanguageTag::parse),
        item.parsed("link", WebAddress::parse),
        regions(item),
        notRegions(item),
        item.each("topics", vocabulary::topicSlug),
        item.object("image").flatMap(Validator::image),
        attachments(item));
  }

  private static NewsItem newsItem(ItemId id, Origin origin, Fields item, Meaning meaning) {
    return new NewsItem(
        id,
        origin,
        item.text("kind").flatMap(Kind::of),
        ChangeFields.title(item),
        item.text("summary"),
        meaning.content(),
        meaning.language(),
        meaning.link(),
        item.object("author").flatMap(author -> author.text("name")),
        item.text("organisation"),
        meaning.times().written(),
        meaning.times().publishAt(),
        meaning.times().expires(),
        meaning.regions(),
        meaning.notRegions(),
        meaning.topics(),
        meaning.event(),
        meaning.image(),
        meaning.attachments());
  }

  private List<String> regions(Fields item) {
    return item.object("regions")
        .map(regions -> regions.each("about", vocabulary::regionSlug))
        .orElseGet(() -> item.each("regions", vocabulary::regionSlug));
  }

  private List<String> notRegions(Fields item) {
    return item.object("regions")
        .map(regions -> regions.each("not", vocabulary::regionSlug))
        .orElse(List.of());
  }

  private static Optional<Image> image(Fields image) {
    return image.parsed("url", WebAddress::parse).map(url -> new Image(url, image.text("alt")));
  }

  private static List<Attachment> attachments(Fields item) {
    return item.objects("attachments").stream()
        .flatMap(file -> attachment(file).stream())
        .distinct()
        .toList();
  }

  private static Optional<Attachment> attachment(Fields file) {
    return file.parsed("url", WebAddress::parse)
        .map(
            url ->
                new Attachment(url, file.text("type"), file.whole("length"), file.text("title")));
  }

  private static Origin origin(Submission submission, Fields item) {
    return new Origin(
        submission.sender(),
        submission.key(),
        submission.bodyHash(),
        submission.received(),
        item.text("id").filter(own -> ItemId.ofTag(own).isEmpty()),
        ChangeFields.read(item, submission));
  }

  /** What names an item by an id must mean the one at the address, if it is sent to one. */
  private static void checkId(Submission submission, Fields item, Origin origin, ItemId id) {
    var said = item.text("id");
    if (said.filter(text -> !named(submission, text).equals(id)).isPresent()) {
      item.problem("id", "is of another item than the address");
    }
    boolean ours = said.flatMap(ItemId::ofTag).isPresent();
    if (ours && submission.target().isEmpty() && !origin.does(Change.What.WITHDRAWAL)) {
      item.problem("id", "is one of our feeds; PUT to the item's address, or send your own id");
    }
  }

  /** By the sender's own id, or by the one that the item has in feeds. */
  private static ItemId named(Submission submission, String id) {
    return ItemId.ofTag(id).orElseGet(() -> ItemId.derivedFrom(submission.sender(), "id", id));
  }

  private ItemId id(Submission submission, Origin origin, Fields item) {
    if (submission.target().isPresent()) {
      return submission.target().get().id();
    }
    if (item.text("id").isPresent()) {
      return named(submission, item.text("id").get());
    }
    if (submission.keyed()) {
      return ItemId.derivedFrom(submission.sender(), "key", submission.key());
    }
    byte[] bits = new byte[16];
    random.nextBytes(bits);
    return ItemId.of(bits);
  }
}
