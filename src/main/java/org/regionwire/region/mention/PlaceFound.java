package org.regionwire.region.mention;

import java.util.List;
import java.util.Optional;
import org.regionwire.region.gazetteer.Place;

/**
 * A place that a text names.
 *
 * @param place from the gazetteer; else {@code id} says which of the caller's regions it is
 * @param id of the caller's region, see {@link ExtraName}
 * @param name what it is called, for people
 * @param primary whether the text is about it or takes place in it, rather than only mentions it
 * @param confidence from 0 to 1
 * @param why a sentence for the editor
 * @param mentions where it stands, in the order of the text
 */
public record PlaceFound(
    Optional<Place> place,
    Optional<String> id,
    String name,
    boolean primary,
    double confidence,
    String why,
    List<Mention> mentions) {}
