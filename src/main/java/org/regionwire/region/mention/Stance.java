package org.regionwire.region.mention;

/** What the words around a name make of it. */
enum Stance {
  PLAIN(1, ""),
  /** Something happens there, and when is said too. */
  EVENT(1.8, ""),
  HERE(1.3, ""),
  ACTING(0.9, "as the one who acts"),
  ORIGIN(0.35, "as where somebody comes from"),
  EARLIER(0.4, "as where somebody was before, or lives"),
  DISTANT(0.3, "only to say where something else is"),
  TOWARDS(0.55, "as where somebody goes"),
  AREA(0.6, "as part of the name of an area"),
  INSTITUTION(0.6, "in the name of an institution"),
  ADDRESS(0.5, "in an address"),
  DATELINE(0.45, "as the dateline"),
  QUOTED(0.5, "in a quotation or title"),
  BESIDE_NAME(0.5, "in a longer name"),
  DERIVED(0.6, "as an adjective"),
  PERSON(0, "a person"),
  STREET(0, "a street"),
  COMPANY(0, "a company or club"),
  CONCEPT(0, "a concept"),
  WORK(0, "a title"),
  LONGER_NAME(0, "another name"),
  WORD(0, "an ordinary word");

  /** How much it says about where the text belongs; 0 when it is no place at all. */
  final double weight;

  final String phrase;

  Stance(double weight, String phrase) {
    this.weight = weight;
    this.phrase = phrase;
  }

  boolean isRefused() {
    return weight == 0;
  }

  /** Whether it says that the place is another one than the text's. */
  boolean isElsewhere() {
    return this == ORIGIN || this == DISTANT || this == TOWARDS || this == EARLIER;
  }

  /** Whether a word beside it says that it is a place. */
  boolean isWhere() {
    return this == HERE || this == EVENT;
  }

  boolean isWeak() {
    return weight <= 0.5 && !isElsewhere();
  }
}
