package org.regionwire.region.event;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/** Weighs whether the day of a mention is the day of an event that the text tells of. */
final class Evidence {
  private static final int LONGEST_DAYS = 370;
  private static final int OLD_DAYS = 400;

  private final Optional<LocalDate> published;
  private final boolean titled;
  private final boolean anywhere;

  Evidence(List<Line> lines, Optional<LocalDate> published) {
    this.published = published;
    this.titled = tells(whole(lines.get(0)));
    this.anywhere = lines.stream().anyMatch(line -> tells(whole(line)));
  }

  private static Sentence whole(Line line) {
    return new Sentence(line, 0, line.size());
  }

  Weighed weigh(Dated dated, Role role) {
    boolean ending = dated.mention().until() && !Sentence.around(dated.mention()).has(Kind.MOVED);
    boolean fit = role.isOfEvent() && !ending && !isTooFar(dated) && !isDateline(dated);
    return new Weighed(dated, role, fit ? weight(dated, role) : 0);
  }

  private double weight(Dated dated, Role role) {
    Mention mention = dated.mention();
    var sentence = Sentence.around(mention);
    double weight = role == Role.UNKNOWN ? 0 : role == Role.STARTS ? 1 : 2;
    weight += sentence.has(Kind.NOUN) ? 2 : 0;
    boolean own = weight > 0;
    if (mention.open() && !sentence.has(Kind.NOUN) && role != Role.STARTS && role != Role.OPENS) {
      return 0;
    }
    weight += titled ? 1.5 : 0;
    weight += isInTitle(mention) && anywhere ? 2 : 0;
    boolean weekday = mention.first().weekday() > 0;
    boolean clock = Clock.of(mention).isPresent();
    weight += weekday && clock ? 2 : weekday || clock ? 0.5 : 0;
    weight += isComing(dated) ? 0.4 : 0;
    boolean lead = isFirst(mention) && isComing(dated) && !mention.open();
    weight += lead && role != Role.STARTS ? 0.6 : 0;
    weight += !own && (tells(sentence.before()) || tells(sentence.after())) ? 1 : 0;
    return weight;
  }

  /** In the lead of the text, where news say when. */
  private static boolean isFirst(Mention mention) {
    return !isInTitle(mention) && mention.from() < 40;
  }

  static boolean isInTitle(Mention mention) {
    return mention.line().field().equals("title");
  }

  private static boolean tells(Sentence sentence) {
    return sentence.has(Kind.NOUN) || sentence.has(Kind.VERB) || sentence.has(Kind.OPENING);
  }

  /** The place and day a text opens with, as in {@code Riga, 5 May 2024 –}. */
  private boolean isDateline(Dated dated) {
    Mention mention = dated.mention();
    Token after = mention.line().at(mention.to());
    boolean opens = !isInTitle(mention) && mention.from() <= 6 && !mention.several();
    boolean weekday = mention.first().weekday() > 0;
    boolean closes =
        after.isDash() || after.isMark('\n') || after.isMark(')') || after.isMark(':') && !weekday;
    boolean near =
        published
            .map(day -> Math.abs(ChronoUnit.DAYS.between(day, dated.start())) <= 2)
            .orElse(mention.first().year() > 0);
    return opens && closes && near && !tells(new Sentence(mention.line(), 0, mention.from()));
  }

  private boolean isComing(Dated dated) {
    return published.map(day -> !dated.end().isBefore(day)).orElse(false);
  }

  private boolean isTooFar(Dated dated) {
    boolean endless = ChronoUnit.DAYS.between(dated.start(), dated.end()) > LONGEST_DAYS;
    boolean old = published.map(day -> dated.end().isBefore(day.minusDays(OLD_DAYS))).orElse(false);
    boolean historic = dated.end().getYear() < published.map(LocalDate::getYear).orElse(1950) - 30;
    return endless || historic || old && !isInTitle(dated.mention());
  }
}
