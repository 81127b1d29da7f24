package org.regionwire.region.mention;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.regionwire.region.gazetteer.NameRank;
import org.regionwire.region.mention.Hit.Candidate;
import org.regionwire.region.text.Spelling;

/** Finds the longest name that starts at a word. One object reads one text. */
final class Matcher {
  /** No name is longer, in words. */
  private static final int LONGEST = 8;

  /** More readings of one stretch are not worth following. */
  private static final int MOST = 32;

  /** Marks at the end of a Latvian, Lithuanian or Polish word that are of the case. */
  private static final String CASES = "āēīūąęįųė";

  private record State(int node, Role role, boolean exact, boolean marked) {}

  private final NameIndex names;
  private final Forms forms;
  private final Tokens tokens;
  private final Spelling spelling = new Spelling();
  private final Readings readings = new Readings();

  Matcher(NameIndex names, Forms forms, Tokens tokens) {
    this.names = names;
    this.forms = forms;
    this.tokens = tokens;
  }

  Optional<Hit> at(int first) {
    return at(first, LONGEST);
  }

  /**
   * @param most words
   */
  Optional<Hit> at(int first, int most) {
    Optional<Hit> longest = Optional.empty();
    var states = List.of(new State(NameIndex.ROOT, Role.PLAIN, true, false));
    for (int at = first; at < tokens.size() && at < first + most; at++) {
      if (at > first && !isJoined(at)) {
        break;
      }
      states = after(states, at);
      var hit = hit(states, first, at);
      longest = hit.isPresent() ? hit : longest;
      if (!goesOn(states)) {
        break;
      }
    }
    return longest;
  }

  /** Also by a bracket: Frankfurt (Oder). */
  private boolean isJoined(int token) {
    return tokens.is(token, Tokens.JOINED)
        || tokens.gap(token) == '(' && tokens.sameField(token, token - 1);
  }

  private boolean goesOn(List<State> states) {
    for (int i = 0; i < states.size(); i++) {
      if (names.goesOn(states.get(i).node())) {
        return true;
      }
    }
    return false;
  }

  private List<State> after(List<State> states, int token) {
    int start = tokens.start(token);
    int end = tokens.end(token);
    if (end - start > Spelling.LONGEST) {
      return List.of();
    }
    String text = tokens.text(token);
    char last = text.charAt(end - 1);
    spelling.set(text, start, end);
    readings.clear();
    forms.read(spelling, last, names, readings);
    if (readings.size() == 0) {
      return List.of();
    }
    var next = new ArrayList<State>(2);
    for (State state : states) {
      for (int i = 0; i < readings.size() && next.size() < MOST; i++) {
        int node = names.after(state.node(), readings.word(i));
        if (node != NameIndex.NONE) {
          boolean exact = readings.stem(i) == spelling.length() && readings.role(i) != Role.ADJ;
          int stem = readings.stem(i) - (CASES.indexOf(last) >= 0 ? 1 : 0);
          boolean marked = state.marked() || spelling.marked(stem);
          next.add(new State(node, readings.role(i), state.exact() && exact, marked));
        }
      }
    }
    return next;
  }

  private Optional<Hit> hit(List<State> states, int first, int last) {
    List<Candidate> candidates = new ArrayList<>(2);
    for (State state : states) {
      int end = names.namingsEnd(state.node());
      for (int i = names.namingsStart(state.node()); i < end; i++) {
        int naming = names.naming(i);
        if (fits(naming, state, first, last)) {
          add(candidates, naming, state);
        }
      }
    }
    return candidates.isEmpty() ? Optional.empty() : Optional.of(new Hit(first, last, candidates));
  }

  private boolean fits(int naming, State state, int first, int last) {
    if (!Naming.isSmall(naming) && !tokens.is(first, Tokens.CAPITAL) && !isCounty(first)) {
      return false;
    }
    if (Naming.isShout(naming)) {
      return state.exact() && shouted(first, last);
    }
    int letters = tokens.end(last) - tokens.start(first);
    return state.marked() ? Naming.isMarked(naming) : !Naming.isMarked(naming) || letters > 3;
  }

  /** Some languages write "województwo pomorskie". */
  boolean isCounty(int token) {
    return tokens.has(token - 1, Cue.COUNTY_BEFORE, token) && tokens.is(token, Tokens.SMALL);
  }

  private boolean shouted(int first, int last) {
    for (int i = first; i <= last; i++) {
      if (!tokens.is(i, Tokens.SHOUT) && tokens.end(i) - tokens.start(i) > 1) {
        return false;
      }
    }
    return true;
  }

  /** Of each place the best reading stays. */
  private static void add(List<Candidate> candidates, int naming, State state) {
    int place = Naming.place(naming);
    var candidate = new Candidate(place, naming, state.role(), state.exact(), state.marked());
    for (int i = 0; i < candidates.size(); i++) {
      var known = candidates.get(i);
      if (known.place() == place) {
        boolean better = quality(candidate) > quality(known);
        if (better) {
          candidates.set(i, candidate);
        }
        return;
      }
    }
    candidates.add(candidate);
  }

  /** A name of its own, even inflected, says more than a noisy alternate. */
  private static int quality(Candidate candidate) {
    int rank = Naming.rank(candidate.naming());
    int proper = rank == NameRank.ALTERNATE ? 0 : 100;
    return proper + (candidate.exact() ? 50 : 0) - rank;
  }
}
