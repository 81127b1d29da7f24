package org.regionwire.intake.validating;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.regionwire.news.Change;
import org.regionwire.news.Change.What;
import org.regionwire.news.Submission;
import org.regionwire.news.Target;

/** What a submission does to an item that is there: {@code correction}, {@code withdraw}. */
final class ChangeFields {
  /** A withdrawal needs none: the item's own stays. */
  private static final String NO_TITLE = "(withdrawn)";

  private ChangeFields() {}

  /** A deletion is a withdrawal whose field is the request's method. */
  static ObjectNode complete(ObjectNode tree, Submission submission) {
    return submission.target().filter(Target::withdrawing).isPresent()
        ? tree.put("withdraw", true)
        : tree;
  }

  static Optional<Change> read(Fields item, Submission submission) {
    List<Integer> expects = submission.target().map(Target::expects).orElse(List.of());
    if (withdraws(item)) {
      if (submission.target().isEmpty() && item.text("id").isEmpty()) {
        item.problem("id", "is missing; it says which item to withdraw");
      }
      return Optional.of(new Change(What.WITHDRAWAL, item.text("reason"), expects));
    }
    Optional<Fields> correction = item.object("correction");
    if (correction.isEmpty() && submission.target().isEmpty()) {
      return Optional.empty();
    }
    var note = correction.flatMap(fields -> fields.text("note"));
    var what = correction.flatMap(fields -> fields.text("class")).map(ChangeFields::what);
    if (what.filter(What.MATERIAL::equals).isPresent() && note.isEmpty()) {
      item.problem("correction", "is material and has no note; readers are told what was wrong");
      return Optional.empty();
    }
    return Optional.of(new Change(what.orElse(What.CORRECTION), note, expects));
  }

  static String title(Fields item) {
    return item.text("title").orElse(NO_TITLE);
  }

  private static boolean withdraws(Fields item) {
    JsonNode withdraw = item.tree().path("withdraw");
    return withdraw.isBoolean() && withdraw.booleanValue();
  }

  /** The schema has said so if it is none of ours. */
  private static What what(String name) {
    return switch (name) {
      case "minor", "correction", "material" -> What.valueOf(name.toUpperCase(Locale.ROOT));
      default -> What.CORRECTION;
    };
  }
}
