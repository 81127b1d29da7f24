package org.regionwire.operate;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.regionwire.archive.Archive;
import org.regionwire.digest.LetterFormat;
import org.regionwire.digest.books.JdbiAudience;
import org.regionwire.digest.books.JdbiAudience.Audience;
import org.regionwire.digest.composing.Preview;
import org.regionwire.digest.composing.Previewing;
import org.regionwire.digest.composing.Previewing.Next;
import org.regionwire.digest.letters.Wording;
import org.regionwire.intake.Refused;
import org.regionwire.news.ItemId;
import org.regionwire.region.SelectionReader;

/** Who would get what, and how it looks: for the command and for the page. */
public final class Previews {
  static final int USUAL_DAYS = 7;
  private static final int MOST_DAYS = 366;

  private final Previewing previewing;
  private final JdbiAudience audience;
  private final Archive archive;
  private final SelectionReader selections;

  /**
   * What is asked for, as it was typed; blank where nothing was.
   *
   * @param item an item's id
   * @param selection as in the address of a feed
   * @param to an address
   * @param person the id of a person
   * @param days since the last letter, of a selection
   */
  public record Asked(
      String item,
      String selection,
      String to,
      String person,
      String language,
      String format,
      String days) {

    boolean isNothing() {
      return List.of(item, selection, to, person).stream().allMatch(String::isBlank);
    }
  }

  /**
   * @param said why there is no letter; empty when there is one
   */
  public record Found(Optional<Audience> audience, Optional<Preview> letter, String said) {}

  public Previews(
      Previewing previewing, JdbiAudience audience, Archive archive, SelectionReader selections) {
    this.previewing = previewing;
    this.audience = audience;
    this.archive = archive;
    this.selections = selections;
  }

  /**
   * @throws Refused when it cannot be read, or there is no such item
   */
  public Found find(Asked asked) {
    if (!asked.to().isBlank()) {
      return found(previewing.next(asked.to().strip()));
    }
    if (!asked.person().isBlank()) {
      return found(previewing.nextOf(asked.person()));
    }
    return asked.item().isBlank() ? ofSelection(asked) : ofItem(asked);
  }

  private Found ofItem(Asked asked) {
    String id = asked.item().strip();
    var item =
        (ItemId.isOne(id)
                ? archive.find(new ItemId(id))
                : Optional.<org.regionwire.news.PublishedItem>empty())
            .orElseThrow(() -> new Refused(404, "", "no item in the archive has this id"));
    var letter = previewing.of(item, language(asked), format(asked));
    return new Found(
        Optional.of(audience.of(item)),
        letter,
        letter.isPresent() ? "" : "Nobody would get it: it is withdrawn, or has expired.");
  }

  private Found ofSelection(Asked asked) {
    var selection = TypedSelection.read(asked.selection(), selections);
    var back = Duration.ofDays(days(asked));
    var letter = previewing.of(selection, back, language(asked), format(asked));
    return new Found(
        Optional.of(audience.of(selection)),
        letter,
        letter.isPresent()
            ? ""
            : "No letter: nothing came in for this selection in " + back.toDays() + " days.");
  }

  private static Found found(Previewing.Answer answer) {
    return new Found(
        Optional.empty(),
        answer.preview(),
        answer.next() == Next.UNKNOWN
            ? "No letters go to this address: it has no active subscription."
            : answer.next() == Next.NOTHING
                ? "No letter: there is nothing new for this person."
                : "");
  }

  private static int days(Asked asked) {
    String typed = asked.days().strip();
    if (typed.isEmpty()) {
      return USUAL_DAYS;
    }
    if (!typed.matches("[0-9]{1,3}")
        || Integer.parseInt(typed) < 1
        || Integer.parseInt(typed) > MOST_DAYS) {
      throw new Refused(422, "", "the days are not a number from 1 to " + MOST_DAYS);
    }
    return Integer.parseInt(typed);
  }

  private static String language(Asked asked) {
    String typed = asked.language().isBlank() ? "en" : asked.language().strip();
    if (!Wording.LANGUAGES.contains(typed)) {
      throw new Refused(
          422, "", "the language is not one of " + String.join(", ", Wording.LANGUAGES));
    }
    return typed;
  }

  private static LetterFormat format(Asked asked) {
    String typed = asked.format().isBlank() ? "html" : asked.format().strip();
    return LetterFormat.of(typed)
        .filter(format -> !format.hasCalendar())
        .orElseThrow(() -> new Refused(422, "", "the format is neither html nor text"));
  }

  /** How many would get it, for people. */
  public static String words(Audience audience, boolean isItem) {
    if (audience.people() == 0) {
      return "Nobody asks for it.";
    }
    String asking =
        "%,d %s"
            .formatted(audience.people(), audience.people() == 1 ? "person asks" : "people ask");
    return isItem
        ? "%s for what it is; %,d have not got it yet, and would in their next letter."
            .formatted(asking, audience.next())
        : asking + " for this very selection.";
  }
}
