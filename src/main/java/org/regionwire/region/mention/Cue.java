package org.regionwire.region.mention;

/** What a word says about a name beside it. The lists are in {@code mention/cues}. */
enum Cue {
  /** In, at. */
  IN,
  /** From, out of. */
  FROM,
  TO,
  /** Of, between origin and genitive. */
  OF,
  /** Street, square; behind the name, or before it. */
  STREET,
  STREET_BEFORE,
  /** Ltd, bank, airline, club, newspaper: behind the name. */
  COMPANY,
  /** FC, Hotel, Radisson: before the name. */
  COMPANY_BEFORE,
  /** University, museum, theatre: it stands there. */
  INSTITUTION,
  INSTITUTION_BEFORE,
  /** Treaty, syndrome, protocol: behind the name. */
  CONCEPT,
  CONCEPT_BEFORE,
  /** City, municipality, council: the place as one who acts. */
  CITY,
  CITY_BEFORE,
  /** County, region, oblast. */
  COUNTY,
  COUNTY_BEFORE,
  /** District of a city. */
  DISTRICT,
  /** Mr, minister, professor: before a person's name. */
  TITLE,
  /** Said, says: beside a person's name. */
  SAID,
  GIVEN_NAME,
  /** Film, book, song, play: before a title. */
  WORK,
  /** Kilometre, hour, minute, miles. */
  DISTANCE,
  /** North, outside, near. */
  NEAR,
  MONTH,
  /** Takes place, will be held, opens, hosts. */
  HAPPENS,
  /** Formerly; lives, born: where somebody was before. */
  EARLIER,
  /** So frequent that its capital says nothing. */
  FUNCTION_WORD,
  /** Sausages and the like, after an adjective of a city. */
  FOOD,
  /** Island, archipelago. */
  ISLAND,
  /** An everyday word that is a form of a name too. */
  ORDINARY,
  AND,
  /** Wording of a dateline: news agencies. */
  AGENCY;

  int bit() {
    return 1 << ordinal();
  }

  boolean in(int cues) {
    return (cues & bit()) != 0;
  }
}
