package org.regionwire.region.gazetteer;

/** What sort of place. The order is that of the packed file. */
public enum Kind {
  CITY,
  /** Of a city. */
  DISTRICT,
  ISLAND,
  /** A county, province, municipality, statistical or historical region. */
  REGION,
  COUNTRY,
  /** Larger than a country, or across borders: the Nordic countries, the Øresund Region. */
  MACRO
}
