package org.regionwire.operate;

import io.vertx.core.MultiMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.regionwire.digest.Pause.Scope;
import org.regionwire.digest.operating.Operating;
import org.regionwire.intake.Refused;
import org.regionwire.region.SelectionReader;

/** What an operator does by a form. Each gives the word under which the page says it. */
public final class OperatorActs {
  private final Operating operating;
  private final SelectionReader selections;

  public OperatorActs(Operating operating, SelectionReader selections) {
    this.operating = operating;
    this.selections = selections;
  }

  String pause(MultiMap fields) {
    var held = Held.typed(scope(fields), text(fields, "name"), operating, selections);
    String reason = text(fields, "reason");
    operating.pause(held.scope(), held.name(), reason.isEmpty() ? "by the operator" : reason);
    return "paused";
  }

  String resume(MultiMap fields) {
    return operating.resume(scope(fields), text(fields, "name")) ? "resumed" : "was-not-paused";
  }

  String decide(MultiMap fields) {
    boolean again = oneOf(fields, "decision", "again", "sent").equals("again");
    List<String> letters = fields.getAll("letter");
    boolean all = fields.contains("all");
    if (!all && letters.isEmpty()) {
      return "none-chosen";
    }
    long decided =
        all
            ? operating.decideAll(again)
            : letters.stream().filter(letter -> operating.decide(letter, again)).count();
    if (decided == 0) {
      return "not-in-doubt";
    }
    return again ? "again" : "sent";
  }

  private static Scope scope(MultiMap fields) {
    String word = oneOf(fields, "scope", "all", "run", "selection", "destination");
    return Scope.valueOf(word.toUpperCase(Locale.ROOT));
  }

  private static String oneOf(MultiMap fields, String field, String... words) {
    String word = text(fields, field);
    if (!List.of(words).contains(word)) {
      throw new Refused(422, "", field + " is not one of " + String.join(", ", words));
    }
    return word;
  }

  private static String text(MultiMap fields, String field) {
    return Optional.ofNullable(fields.get(field)).orElse("").strip();
  }
}
