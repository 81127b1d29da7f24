package org.regionwire.region.event;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * Tells what a day is the day of from the nearest word in its sentence that says so. Words before
 * it count as nearer than words after it, and a comma or another day in between makes them further.
 */
final class Roles {
  private static final int AFTER = 2;
  private static final int CLAUSE = 5;
  private static final int OTHER_DAY = 8;

  /** How near a word must be to say something about the day. */
  private static final Map<Kind, Integer> REACH =
      Map.of(
          Kind.VERB, 30,
          Kind.START, 20,
          Kind.END, 12,
          Kind.DEADLINE, 10,
          Kind.BACKGROUND, 9,
          Kind.OLD, 9,
          Kind.ISSUED, 6,
          Kind.NEWS, 16,
          Kind.OPENING, 20);

  /** Words that count as nearer than they are, because they say more. */
  private static final Map<Kind, Integer> WEIGHT =
      Map.of(Kind.OLD, 3, Kind.DEADLINE, 1, Kind.BACKGROUND, 1);

  private static final Map<Kind, Role> ROLES =
      Map.of(
          Kind.VERB, Role.HAPPENS,
          Kind.START, Role.STARTS,
          Kind.END, Role.ENDS,
          Kind.DEADLINE, Role.DEADLINE,
          Kind.BACKGROUND, Role.BACKGROUND,
          Kind.OLD, Role.SUPERSEDED,
          Kind.ISSUED, Role.ISSUED,
          Kind.NEWS, Role.NEWS,
          Kind.OPENING, Role.OPENS);

  private final List<Mention> all;
  private final Moves moves;

  Roles(List<Mention> all) {
    this.all = all;
    this.moves = new Moves(all);
  }

  Role of(Mention mention) {
    var sentence = Sentence.around(mention);
    if (moves.isLeft(mention) || isReplaced(mention)) {
      return Role.SUPERSEDED;
    }
    if (isStreet(mention)) {
      return Role.BACKGROUND;
    }
    if (isLabelled(mention)) {
      return Role.HAPPENS;
    }
    if (sentence.has(Kind.MISHAP) && !sentence.has(Kind.NOUN)) {
      return Role.NEWS;
    }
    var nearest = new EnumMap<Kind, Integer>(Kind.class);
    before(mention, sentence, nearest);
    after(mention, sentence, nearest);
    Role role = nearest(nearest);
    boolean opens =
        role == Role.STARTS || role == Role.OPENS || role == Role.ENDS || role == Role.UNKNOWN;
    return opens && isEnrolment(mention, sentence, role) ? Role.DEADLINE : role;
  }

  private static boolean isLabelled(Mention mention) {
    Line line = mention.line();
    return line.at(mention.from() - 1).isMark(':') && line.is(mention.from() - 2, Kind.LABEL);
  }

  private static boolean isReplaced(Mention mention) {
    Line line = mention.line();
    return line.is(mention.to(), Kind.REPLACED) || line.is(mention.to() + 1, Kind.REPLACED);
  }

  private static boolean isStreet(Mention mention) {
    Line line = mention.line();
    int from = mention.from();
    return line.is(from - 1, Kind.STREET)
        || line.is(from - 2, Kind.STREET) && !line.at(from - 1).isMark(',')
        || line.is(mention.to(), Kind.STREET);
  }

  private static Role nearest(Map<Kind, Integer> nearest) {
    Role role = Role.UNKNOWN;
    int best = Integer.MAX_VALUE;
    for (var entry : nearest.entrySet()) {
      Kind kind = entry.getKey();
      int distance = entry.getValue();
      if (distance <= REACH.getOrDefault(kind, 0) && distance < best) {
        best = distance;
        role = ROLES.getOrDefault(kind, Role.UNKNOWN);
      }
    }
    return role;
  }

  private void before(Mention mention, Sentence sentence, Map<Kind, Integer> nearest) {
    int distance = 0;
    for (int i = mention.from() - 1; i >= sentence.from(); i--) {
      distance += step(mention.line(), i);
      note(mention.line().at(i), distance, nearest);
    }
  }

  private void after(Mention mention, Sentence sentence, Map<Kind, Integer> nearest) {
    int distance = AFTER;
    for (int i = mention.to(); i < sentence.to(); i++) {
      distance += step(mention.line(), i);
      note(mention.line().at(i), distance, nearest);
    }
  }

  private int step(Line line, int at) {
    Token token = line.at(at);
    boolean clause =
        token.isMark(',') || token.isMark(';') || token.isMark('(') || token.isMark(')');
    boolean day =
        token.isNumber() && all.stream().anyMatch(m -> m.line() == line && m.from() == at);
    return day ? OTHER_DAY : clause ? CLAUSE : 1;
  }

  private static void note(Token token, int distance, Map<Kind, Integer> nearest) {
    if (token.meaning().kinds() == 0) {
      return;
    }
    for (Kind kind : ROLES.keySet()) {
      if (token.is(kind)) {
        nearest.merge(kind, distance - WEIGHT.getOrDefault(kind, 0), Math::min);
      }
    }
  }

  private static boolean isEnrolment(Mention mention, Sentence sentence, Role role) {
    for (int i = mention.from() - 1; i >= sentence.from(); i--) {
      Token token = mention.line().at(i);
      if (token.isMark(',') || token.isMark(';') || role == Role.UNKNOWN && token.is(Kind.NOUN)) {
        return false;
      }
      if (token.is(Kind.ENROL)) {
        return true;
      }
    }
    return false;
  }
}
