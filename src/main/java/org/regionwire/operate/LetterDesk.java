package org.regionwire.operate;

import io.vertx.core.MultiMap;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.regionwire.digest.MailAddress;
import org.regionwire.digest.composing.Preview;
import org.regionwire.digest.letters.Wording;
import org.regionwire.digest.operating.Acquaintance;
import org.regionwire.digest.operating.JdbiCorrespondence;
import org.regionwire.intake.Refused;
import org.regionwire.operate.Previews.Asked;
import org.regionwire.pages.Answer;
import org.regionwire.pages.OperatorPages;
import org.regionwire.pages.operate.LettersPage;
import org.regionwire.pages.operate.PreviewPage;
import org.regionwire.pages.operate.Stamp;

/** What an operator sees of letters: those of one address, and those that nobody has got yet. */
public final class LetterDesk {
  private final Previews previews;
  private final Acquaintance acquaintance;
  private final OperatorPages pages;

  public LetterDesk(Previews previews, Acquaintance acquaintance, OperatorPages pages) {
    this.previews = previews;
    this.acquaintance = acquaintance;
    this.pages = pages;
  }

  Answer search() {
    return Answer.html(200, pages.letters(new LettersPage("", "", "", List.of())));
  }

  /** Of the address in the form, masked. */
  Answer of(MultiMap form) {
    String address = text(form, "address").strip();
    if (address.isEmpty()) {
      var page = new LettersPage("An address is missing.", "", "", List.of());
      return Answer.html(422, pages.letters(page));
    }
    var known = acquaintance.of(address);
    var page =
        new LettersPage(
            "",
            MailAddress.masked(address),
            known.suppressed().orElse(""),
            known.letters().stream().map(LetterDesk::row).toList());
    return Answer.html(200, pages.letters(page));
  }

  private static LettersPage.Row row(JdbiCorrespondence.Line line) {
    return new LettersPage.Row(
        new Stamp(line.planned()),
        line.kind(),
        line.period(),
        line.state(),
        line.tries(),
        line.reply(),
        line.returned());
  }

  /** The form, and what it asks for. */
  Answer preview(MultiMap fields) {
    var asked = asked(fields);
    if (asked.isNothing()) {
      return preview(200, "", asked, Optional.empty());
    }
    try {
      var found = previews.find(asked);
      return preview(200, found.said(), asked, Optional.of(found));
    } catch (Refused refused) {
      String said = String.valueOf(refused.getMessage());
      return preview(refused.status(), said, asked, Optional.empty());
    }
  }

  private Answer preview(int status, String said, Asked asked, Optional<Previews.Found> found) {
    boolean isItem = !asked.item().isBlank();
    var page =
        new PreviewPage(
            said,
            form(asked),
            found
                .flatMap(Previews.Found::audience)
                .map(
                    audience ->
                        new PreviewPage.Audience(
                            Previews.words(audience, isItem),
                            audience.groups().stream()
                                .map(
                                    group ->
                                        new PreviewPage.Group(
                                            group.language(), group.cadence(), group.people()))
                                .toList())),
            found.flatMap(Previews.Found::letter).map(letter -> letter(letter, asked)));
    return Answer.html(status, pages.preview(page));
  }

  private static PreviewPage.Form form(Asked asked) {
    return new PreviewPage.Form(
        asked.item(),
        asked.selection(),
        asked.language(),
        asked.format(),
        asked.days().isBlank() ? String.valueOf(Previews.USUAL_DAYS) : asked.days(),
        Wording.LANGUAGES);
  }

  private static PreviewPage.Letter letter(Preview letter, Asked asked) {
    String whose =
        letter.to().isEmpty() ? "A letter of today" : "The next letter to " + letter.to();
    return new PreviewPage.Letter(
        "%s, with %d items; it would go out at %s UTC."
            .formatted(whose, letter.items(), new Stamp(letter.at()).text()),
        letter.subject(),
        letter.items(),
        letter.html().isPresent() ? frame(letter, asked) : "",
        letter.text());
  }

  /** Of a person by id: addresses stand in no address. */
  private static String frame(Preview letter, Asked asked) {
    return "/operate/preview/letter?"
        + (letter.person().isEmpty()
            ? pair("item", asked.item())
                + "&"
                + pair("selection", asked.selection())
                + "&"
                + pair("language", asked.language())
                + "&"
                + pair("days", asked.days())
            : pair("person", letter.person()));
  }

  private static String pair(String name, String value) {
    return name + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8);
  }

  /** The HTML of a letter and nothing else. */
  Answer letter(MultiMap fields) {
    var asked = asked(fields);
    try {
      var found = previews.find(asked);
      return found
          .letter()
          .map(letter -> Answer.html(200, letter.html().orElse(letter.text())))
          .orElseGet(() -> Answer.text(404, "text/plain; charset=utf-8", found.said()));
    } catch (Refused refused) {
      String said = String.valueOf(refused.getMessage());
      return Answer.text(refused.status(), "text/plain; charset=utf-8", said);
    }
  }

  private static Asked asked(MultiMap fields) {
    return new Asked(
        text(fields, "item"),
        text(fields, "selection"),
        text(fields, "to"),
        text(fields, "person"),
        text(fields, "language"),
        text(fields, "format"),
        text(fields, "days"));
  }

  private static String text(MultiMap fields, String name) {
    return Optional.ofNullable(fields.get(name)).orElse("");
  }
}
