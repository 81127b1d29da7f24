package org.regionwire.digest.letters;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.regionwire.digest.mail.Mail;
import org.regionwire.digest.mail.Sheet;

/** Writes letters. */
public final class LetterWriter {
  private static final int IN_PREHEADER = 3;

  private final Letterhead letterhead;
  private final Clock clock;

  /**
   * @param clock no letter has a later date, whatever time it is sent for: filters take a date to
   *     come for a trick
   */
  public LetterWriter(Letterhead letterhead, Clock clock) {
    this.letterhead = letterhead;
    this.clock = clock;
  }

  /**
   * @param date of the reader, for whom it is the digest of that day
   * @param told what the reader got before and that is otherwise now
   * @param picks each item once; there is at least one of these or of those
   */
  public Mail digest(
      Addressee to, LocalDate date, List<Told> told, List<Pick> picks, LetterLinks links) {
    var letter = letter(to, date, told, picks, links);
    return mail(to, letter.subject(), Layout.fitting(letter, to.html()), headers(links));
  }

  /** What a letter looks like on the way, without any news. */
  public Mail sample(Addressee to, LetterLinks links) {
    var layout = new Layout(Optional.empty(), letterhead.name());
    return mail(to, letterhead.name(), layout, headers(links));
  }

  /** What is one reader's in a digest, as it stands in the texts. */
  public static List<String> words(LetterLinks links) {
    return List.of(links.unsubscribe(), links.manage());
  }

  /**
   * A digest that was composed once, for one of its readers.
   *
   * @param sheet a digest with the {@link #words} of nobody as marks
   */
  public Mail copy(Sheet sheet, Addressee to, LetterLinks links) {
    var like = sheet.like();
    return new Mail(
        to.letter(),
        to.planned(),
        date(to),
        letterhead.sender(to.letter()),
        like.fromName(),
        like.from(),
        to.address(),
        like.subject(),
        like.html(),
        like.text(),
        like.calendar(),
        headers(links),
        Optional.of(sheet.copy(words(links))));
  }

  private Map<String, String> headers(LetterLinks links) {
    // RFC 8058 asks for an https link; at http, on a laptop, it is a link for people.
    return Map.of(
        "List-Id", letterhead.name().replaceAll("[^A-Za-z0-9 ]", "") + " <" + listId() + ">",
        "List-Unsubscribe", letterhead.unsubscribing(links),
        "List-Unsubscribe-Post", "List-Unsubscribe=One-Click",
        "Auto-Submitted", "auto-generated",
        "Precedence", "list");
  }

  /**
   * @param token of the link that starts the subscriptions
   */
  public Mail confirmation(Addressee to, String token) {
    var wording = Wording.in(to.language());
    String subject = wording.say("confirm.subject", letterhead.name());
    var letter =
        new ConfirmationLetter(
            wording,
            subject,
            letterhead.name(),
            to.wishes(),
            hour(wording, to),
            letterhead.link("/confirm/" + token),
            letterhead.link("/"));
    var headers = Map.of("Auto-Submitted", "auto-generated");
    return mail(to, subject, Layout.of("confirmation", letter, to.html()), headers);
  }

  /** To someone who has no letter at hand. */
  public Mail links(Addressee to, LetterLinks links) {
    var wording = Wording.in(to.language());
    String subject = wording.say("links.subject", letterhead.name());
    var letter =
        new LinksLetter(
            wording,
            subject,
            letterhead.name(),
            to.wishes(),
            letterhead.link("/unsubscribe/" + links.unsubscribe()),
            letterhead.link("/manage/" + links.manage()),
            letterhead.link("/"));
    var headers = Map.of("Auto-Submitted", "auto-replied");
    return mail(to, subject, Layout.of("links", letter, to.html()), headers);
  }

  private DigestLetter letter(
      Addressee to, LocalDate date, List<Told> told, List<Pick> picks, LetterLinks links) {
    var wording = Wording.in(to.language());
    var entries = new EntryWriter(letterhead, wording, to.zone());
    var sections = new Order(date, to.zone(), wording).sections(told, picks, entries);
    return new DigestLetter(
        wording,
        subject(wording, told, picks),
        preheader(sections),
        letterhead.name(),
        wording.day(date),
        sections,
        List.of(),
        0,
        letterhead.link("/"),
        to.wishes(),
        hour(wording, to),
        letterhead.link("/unsubscribe/" + links.unsubscribe()),
        letterhead.link("/manage/" + links.manage()));
  }

  private static String subject(Wording wording, List<Told> told, List<Pick> picks) {
    if (picks.isEmpty()) {
      var title = told.get(0).published().item().title();
      return wording.say("told.subject", told.size(), title.replaceAll("\\p{Cntrl}", " "));
    }
    var names = new LinkedHashSet<String>();
    picks.forEach(pick -> names.addAll(pick.labels()));
    return wording.say("digest.subject", wording.several(names), picks.size());
  }

  private static String preheader(List<Section> sections) {
    Stream<Entry> first = sections.stream().flatMap(section -> section.entries().stream());
    return first.limit(IN_PREHEADER).map(Entry::title).collect(Collectors.joining(" · "));
  }

  private static String hour(Wording wording, Addressee to) {
    return wording.say("hour", to.time().toString(), to.zone().getId());
  }

  private Mail mail(Addressee to, String subject, Layout layout, Map<String, String> headers) {
    return new Mail(
        to.letter(),
        to.planned(),
        date(to),
        letterhead.sender(to.letter()),
        letterhead.name(),
        letterhead.address(),
        to.address(),
        subject,
        layout.html(),
        layout.text(),
        to.calendar(),
        headers,
        Optional.empty());
  }

  private Instant date(Addressee to) {
    return Collections.min(List.of(to.now(), clock.instant()));
  }

  private String listId() {
    return "digest." + letterhead.domain();
  }
}
