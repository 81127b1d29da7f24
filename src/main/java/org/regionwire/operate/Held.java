package org.regionwire.operate;

import java.util.Locale;
import org.regionwire.digest.Pause;
import org.regionwire.digest.Pause.Scope;
import org.regionwire.digest.operating.Operating;
import org.regionwire.intake.Refused;
import org.regionwire.news.SelectionText;
import org.regionwire.region.SelectionReader;

/**
 * Which letters are held.
 *
 * @param name which of the scope; empty for all. Selections in the one way in which they are kept
 */
public record Held(Scope scope, String name) {

  public static Held by(Pause pause) {
    return new Held(pause.scope(), pause.name());
  }

  /**
   * As it may have been typed when it was paused, whether there is anything of this name or not.
   */
  public static Held kept(Scope scope, String name) {
    return new Held(
        scope,
        scope == Scope.SELECTION
            ? SelectionText.of(SelectionText.read(name))
            : scope == Scope.DESTINATION ? name.toLowerCase(Locale.ROOT) : name);
  }

  /**
   * As an operator types it.
   *
   * @throws Refused when there is nothing of this name: a mistyped kill switch would hold nothing
   */
  public static Held typed(
      Scope scope, String name, Operating operating, SelectionReader selections) {
    String typed = name.strip();
    return switch (scope) {
      case ALL -> new Held(scope, "");
      case SELECTION -> new Held(scope, SelectionText.of(TypedSelection.read(typed, selections)));
      case DESTINATION ->
          new Held(
              scope,
              Operating.destination(typed)
                  .orElseThrow(
                      () -> new Refused(422, "", "this is not a domain such as example.org")));
      case RUN -> {
        if (!operating.isRun(typed)) {
          throw new Refused(422, "", "this is not a run; they are named like 2026-11-22T07:00:00Z");
        }
        yield new Held(scope, typed);
      }
    };
  }

  public String words() {
    return switch (scope) {
      case ALL -> "all letters";
      case DESTINATION -> "letters to " + name;
      default -> scope.name().toLowerCase(Locale.ROOT) + " " + name;
    };
  }
}
