package org.regionwire.region.mention;

import java.util.ArrayList;
import java.util.List;

/** A place of the text with everything that was said of it. */
final class Topic {
  private static final double TITLE = 2.2;
  private static final double LEAD = 1.2;
  private static final double LATER = 0.6;

  /** The first so many words after the title are what the text is about. */
  private static final int LEAD_WORDS = 40;

  private final int place;
  private final List<Chosen> mentions = new ArrayList<>();
  private double score;
  private double confidence;
  private boolean inTitle;
  private boolean event;
  private boolean onlyActing = true;
  private boolean onlyWeak = true;

  Topic(int place) {
    this.place = place;
  }

  void add(Chosen chosen, Tokens tokens, int titleWords) {
    mentions.add(chosen);
    var stance = chosen.stance();
    int first = chosen.hit().first();
    boolean title = tokens.field(first) == 0;
    double where = title ? TITLE : body(first - titleWords);
    score += where * stance.weight / Math.sqrt(mentions.size());
    confidence = Math.max(confidence, chosen.confidence());
    inTitle |= title && !stance.isElsewhere() && stance != Stance.QUOTED;
    event |= stance == Stance.EVENT;
    onlyActing &= stance == Stance.ACTING;
    onlyWeak &= stance.isWeak() || stance.isElsewhere();
  }

  /** The first words weigh most. */
  private static double body(int word) {
    return Math.max(LATER, LEAD - (LEAD - LATER) * word / LEAD_WORDS);
  }

  int place() {
    return place;
  }

  List<Chosen> mentions() {
    return mentions;
  }

  double score() {
    return score;
  }

  void scale(double factor) {
    score *= factor;
  }

  double confidence() {
    return confidence;
  }

  boolean inTitle() {
    return inTitle;
  }

  /** Whether something happens there, at a time that is said. */
  boolean event() {
    return event;
  }

  boolean onlyActing() {
    return onlyActing;
  }

  /** Whether it is never more than an address, an origin, part of another name … */
  boolean onlyWeak() {
    return onlyWeak;
  }
}
