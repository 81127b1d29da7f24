package org.regionwire.region.mention;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.regionwire.region.gazetteer.Gazetteer;
import org.regionwire.region.gazetteer.Place;

/**
 * Finds the places a text names, in eleven languages and their inflections, and which of them it is
 * about. Safe for use by many threads. Time is linear in the text.
 */
public final class PlaceFinder {
  private static final List<String> FIELDS = List.of("title", "summary", "body");

  private final Gazetteer gazetteer;
  private final List<String> ids;
  private final Map<String, String> extraNames;
  private final NameIndex names;
  private final Aboutness aboutness;
  private final Speeches speeches;

  /** A finder of the gazetteer's places. */
  public PlaceFinder(Gazetteer gazetteer) {
    this(gazetteer, List.of(), new NameIndex(gazetteer), new Speeches());
  }

  private PlaceFinder(
      Gazetteer gazetteer, Collection<ExtraName> extras, NameIndex plain, Speeches speeches) {
    this.gazetteer = gazetteer;
    this.speeches = speeches;
    this.ids = extras.stream().map(ExtraName::id).distinct().toList();
    this.extraNames =
        extras.stream()
            .collect(Collectors.toMap(ExtraName::id, ExtraName::name, (first, next) -> first));
    this.names = extras.isEmpty() ? plain : plain.with(extras, ids, gazetteer.size());
    this.aboutness = new Aboutness(gazetteer);
  }

  /**
   * A plain one's names with those of the caller's own; quick.
   *
   * @throws IllegalStateException when it has such names already
   */
  public PlaceFinder with(Collection<ExtraName> extras) {
    if (!ids.isEmpty()) {
      throw new IllegalStateException("it has names of " + ids);
    }
    return new PlaceFinder(gazetteer, extras, names, speeches);
  }

  /** Those it is about first, the surest first; then the mentioned ones, the likeliest first. */
  public List<PlaceFound> find(Text text) {
    var speech = speeches.of(text.inItsLanguage().language().orElse("en"));
    var reading = new Reading(gazetteer, names, speech, text);
    text.home().ifPresent(reading.choice()::isFrom);
    if (!text.organisation().isBlank()) {
      hearSource(text, speech, reading.choice());
    }
    for (String named : text.named()) {
      place(named).ifPresent(place -> reading.choice().speaksOf(place.country(), 2));
    }
    var topics = aboutness.rank(reading.chosen(), reading.tokens());
    var found = new ArrayList<PlaceFound>();
    var wanted = topics.stream().filter(topic -> !isRefused(topic, text.refused())).toList();
    for (Topic topic : wanted) {
      boolean primary = aboutness.isPrimary(topic, wanted.get(0));
      found.add(found(topic, primary, reading.tokens()));
    }
    found.sort((a, b) -> Boolean.compare(b.primary(), a.primary()));
    return found;
  }

  /** Where the places are that the sender's organisation is called after. */
  private void hearSource(Text text, Speech speech, Choice choice) {
    var called = Text.of(text.organisation(), "", text.language());
    for (Chosen chosen : new Reading(gazetteer, names, speech, called).chosen()) {
      int place = chosen.candidate().place();
      if (place < gazetteer.size()) {
        choice.isFrom(gazetteer.country(place));
        choice.speaksOf(place);
        gazetteer.parents(place).forEach(choice::speaksOf);
      }
    }
  }

  /** The places of exactly this name in any language, the most populous first. */
  public List<Place> named(String name) {
    return names.places(name).stream()
        .filter(number -> number < gazetteer.size())
        .map(gazetteer::place)
        .sorted(Comparator.comparingLong(Place::population).reversed())
        .toList();
  }

  private Optional<Place> place(String named) {
    return named.matches("g\\d+")
        ? gazetteer.byGeonameId(Integer.parseInt(named.substring(1)))
        : gazetteer.byCode(named);
  }

  private boolean isRefused(Topic topic, Set<String> refused) {
    if (refused.isEmpty()) {
      return false;
    }
    if (topic.place() >= gazetteer.size()) {
      return refused.contains(ids.get(topic.place() - gazetteer.size()));
    }
    var place = gazetteer.place(topic.place());
    return place.codes().stream().anyMatch(refused::contains)
        || place.geonameId().isPresent() && refused.contains("g" + place.geonameId().getAsInt());
  }

  private PlaceFound found(Topic topic, boolean primary, Tokens tokens) {
    Optional<Place> place =
        topic.place() < gazetteer.size()
            ? Optional.of(gazetteer.place(topic.place()))
            : Optional.empty();
    Optional<String> id =
        place.isPresent()
            ? Optional.empty()
            : Optional.of(ids.get(topic.place() - gazetteer.size()));
    String name = place.map(Place::name).or(() -> id.map(extraNames::get)).orElse("");
    var mentions = topic.mentions().stream().map(chosen -> mention(chosen.hit(), tokens)).toList();
    return new PlaceFound(
        place, id, name, primary, topic.confidence(), Why.of(topic, tokens, name), mentions);
  }

  private static Mention mention(Hit hit, Tokens tokens) {
    return new Mention(
        FIELDS.get(tokens.field(hit.first())),
        tokens.start(hit.first()),
        tokens.between(hit.first(), hit.last()));
  }
}
