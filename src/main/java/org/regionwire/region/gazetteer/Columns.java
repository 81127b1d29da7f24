package org.regionwire.region.gazetteer;

import java.util.List;
import org.regionwire.region.gazetteer.Packed.Strings;

/** What the packed file holds, column by column; "starts" say where a place's share begins. */
@SuppressWarnings("ArrayRecordComponent") // never compared
record Columns(
    int size,
    String[] countryNames,
    Strings zones,
    byte[] kinds,
    short[] country,
    short[] zone,
    int[] geonameIds,
    int[] lats,
    int[] lons,
    int[] populations,
    int[] parentStarts,
    int[] parents,
    int[] codeStarts,
    Strings codes,
    int[] nameStarts,
    byte[] ranks,
    Strings names) {
  static final List<Kind> KINDS = List.of(Kind.values());

  static Columns read(Packed packed) {
    var countries = packed.strings();
    var countryNames = new String[countries.size()];
    for (int i = 0; i < countryNames.length; i++) {
      countryNames[i] = countries.get(i);
    }
    var zones = packed.strings();
    int size = packed.number();
    return new Columns(
        size,
        countryNames,
        zones,
        packed.bytes(size),
        packed.shorts(size),
        packed.shorts(size),
        packed.ints(size),
        packed.ints(size),
        packed.ints(size),
        packed.ints(size),
        starts(packed.bytes(size)),
        packed.ints(packed.number()),
        starts(packed.bytes(size)),
        packed.strings(),
        starts(packed.bytes(size)),
        packed.bytes(packed.number()),
        packed.strings());
  }

  private static int[] starts(byte[] counts) {
    var starts = new int[counts.length + 1];
    for (int i = 0; i < counts.length; i++) {
      starts[i + 1] = starts[i] + counts[i];
    }
    return starts;
  }
}
