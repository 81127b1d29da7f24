package org.regionwire.digest.letters;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import org.regionwire.digest.mail.Mail;
import org.regionwire.news.Kind;
import org.regionwire.news.PublishedItem;

/** Writes letters. */
public final class LetterWriter {
  private final Letterhead letterhead;

  public LetterWriter(Letterhead letterhead) {
    this.letterhead = letterhead;
  }

  /**
   * @param date of the reader, for whom it is the digest of that day
   * @param picks at least one, each item once
   * @param token of the link that ends all of this person's subscriptions
   */
  public Mail digest(Addressee to, LocalDate date, List<Pick> picks, String token) {
    String unsubscribe = letterhead.link("/unsubscribe/" + token);
    var letter = letter(to, date, picks, unsubscribe);
    // RFC 8058 asks for an https link; at http, on a laptop, it is a link for people.
    var headers =
        Map.of(
            "List-Id", letterhead.name().replaceAll("[^A-Za-z0-9 ]", "") + " <" + listId() + ">",
            "List-Unsubscribe", "<" + unsubscribe + ">",
            "List-Unsubscribe-Post", "List-Unsubscribe=One-Click",
            "Auto-Submitted", "auto-generated",
            "Precedence", "list");
    return mail(to, letter.subject(), Layout.fitting(letter, to.html()), headers);
  }

  /**
   * @param token of the link that starts the subscriptions
   */
  public Mail confirmation(Addressee to, String token) {
    var wording = Wording.in(to.language());
    String subject = wording.confirmationSubject(letterhead.name());
    var letter =
        new ConfirmationLetter(
            wording,
            subject,
            letterhead.name(),
            to.wishes(),
            wording.daily(to.time(), to.zone()),
            letterhead.link("/confirm/" + token),
            letterhead.link("/"));
    var headers = Map.of("Auto-Submitted", "auto-generated");
    return mail(to, subject, Layout.of("confirmation", letter, to.html()), headers);
  }

  private DigestLetter letter(Addressee to, LocalDate date, List<Pick> picks, String unsubscribe) {
    var wording = Wording.in(to.language());
    var entries = new EntryWriter(letterhead, wording, to.zone());
    var names = new LinkedHashSet<String>();
    picks.forEach(pick -> names.addAll(pick.labels()));
    return new DigestLetter(
        wording,
        wording.digestSubject(names, picks.size()),
        letterhead.name(),
        wording.date(date),
        events(picks, to.zone()).stream().map(entries::of).toList(),
        news(picks).stream().map(entries::of).toList(),
        List.of(),
        0,
        letterhead.link("/"),
        to.wishes(),
        wording.daily(to.time(), to.zone()),
        unsubscribe);
  }

  private Mail mail(Addressee to, String subject, Layout layout, Map<String, String> headers) {
    return new Mail(
        to.letter(),
        to.planned(),
        to.now(),
        letterhead.name(),
        letterhead.address(),
        to.address(),
        subject,
        layout.html(),
        layout.text(),
        headers);
  }

  private String listId() {
    return "digest." + letterhead.domain();
  }

  private static List<Pick> events(List<Pick> picks, ZoneId readers) {
    return picks.stream()
        .filter(pick -> isEvent(pick.published()))
        .sorted(
            Comparator.comparing((Pick pick) -> start(pick.published(), readers))
                .thenComparing(pick -> pick.published().firstSequence()))
        .toList();
  }

  private static List<Pick> news(List<Pick> picks) {
    return picks.stream()
        .filter(pick -> !isEvent(pick.published()))
        .sorted(Comparator.comparing((Pick pick) -> pick.published().firstSequence()).reversed())
        .toList();
  }

  private static boolean isEvent(PublishedItem published) {
    return published.kind() == Kind.EVENT && published.event().isPresent();
  }

  private static Instant start(PublishedItem published, ZoneId readers) {
    var event = published.event().orElseThrow();
    return event.start().instant(event.timezone().orElse(readers));
  }
}
