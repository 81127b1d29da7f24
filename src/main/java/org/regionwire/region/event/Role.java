package org.regionwire.region.event;

/** What a day in a text is the day of. */
enum Role {
  /** Nothing near it says. */
  UNKNOWN(""),
  HAPPENS("the text says that it takes place then"),
  OPENS("the text says that it opens then"),
  STARTS("the text says that it starts then"),
  ENDS("the text says that it ends then"),
  DEADLINE("a deadline"),
  BACKGROUND("background"),
  SUPERSEDED("no longer holds"),
  ISSUED("when the text was written"),
  NEWS("when something else happened");

  private final String why;

  Role(String why) {
    this.why = why;
  }

  String why() {
    return why;
  }

  boolean isOfEvent() {
    return ordinal() <= ENDS.ordinal();
  }
}
