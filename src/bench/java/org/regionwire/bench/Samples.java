package org.regionwire.bench;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.regionwire.intake.Limits;
import org.regionwire.intake.Submissions;
import org.regionwire.intake.reading.Reader;
import org.regionwire.intake.validating.Validator;
import org.regionwire.news.EnrichedItem;
import org.regionwire.news.Format;
import org.regionwire.region.Enricher;
import org.regionwire.region.gazetteer.Gazetteer;
import org.regionwire.region.graph.RegionFiles;

/** Submissions of 2 kB of JSON, all different, the same in every run. */
final class Samples {
  static final int BYTES = 2_048;

  private static final JsonMapper JSON = new JsonMapper();
  private static final List<String> PLACES =
      List.of("Malmö", "Oslo", "Helsinki", "Riga", "Vilnius", "Tallinn", "Berlin", "the harbour");
  private static final List<String> REGIONS =
      List.of("malmo", "oslo", "helsinki", "riga", "berlin");
  private static final List<String> TOPICS = List.of("research", "transport", "energy", "design");

  private final Random random = new Random(7);

  /** So that text is compressed about as well as a language is. */
  private final List<String> vocabulary =
      IntStream.range(0, 400).mapToObj(i -> invented()).toList();

  static List<byte[]> submissions(int count) {
    var samples = new Samples();
    return IntStream.range(0, count).mapToObj(samples::submission).toList();
  }

  /** As the wire makes them of submissions on their way to the queue. */
  static List<EnrichedItem> enriched(int count) {
    var gazetteer = Gazetteer.load();
    var regions = new RegionFiles(Optional.empty(), gazetteer);
    var clock = Clock.systemUTC();
    var random = new Random(8);
    var submissions = new Submissions(clock, random);
    var reader = new Reader(Limits.USUAL);
    var validator = new Validator(regions.regions(), regions.topics(), clock, random);
    var enricher = new Enricher(regions.regions(), gazetteer);
    return submissions(count).stream()
        .map(body -> submissions.request(Format.JSON, body))
        .map(submission -> enricher.enrich(validator.validate(reader.read(submission))))
        .toList();
  }

  private byte[] submission(int number) {
    ObjectNode item = JSON.createObjectNode();
    item.put("kind", "news");
    item.put("title", "Item " + number + ": " + sentence(6) + " in " + pick(PLACES));
    item.put("summary", sentence(18) + ".");
    item.put("language", "en");
    item.put("link", "https://news.example.org/" + number);
    item.putObject("author").put("name", word() + " " + word());
    item.putArray("regions").add(pick(REGIONS));
    item.putArray("topics").add(pick(TOPICS));
    item.put("content", "");
    item.put("content", content(BYTES - bytes(item).length));
    return bytes(item);
  }

  private String content(int length) {
    var html = new StringBuilder();
    while (html.length() < length) {
      html.append("<p>").append(sentence(30)).append(" (").append(number()).append(").</p>");
    }
    html.setLength(length - "</p>".length());
    int open = html.lastIndexOf("<");
    int closed = html.lastIndexOf(">");
    for (int i = open; open > closed && i < html.length(); i++) {
      html.setCharAt(i, 'x');
    }
    return html.append("</p>").toString();
  }

  private String sentence(int words) {
    return IntStream.range(0, words).mapToObj(i -> word()).collect(Collectors.joining(" "));
  }

  /** Some much more often than others. */
  private String word() {
    double skewed = random.nextDouble() * random.nextDouble();
    return vocabulary.get((int) (skewed * vocabulary.size()));
  }

  private String invented() {
    return random
        .ints(3 + random.nextInt(7), 'a', 'z' + 1)
        .mapToObj(Character::toString)
        .collect(Collectors.joining());
  }

  private int number() {
    return 1_900 + random.nextInt(120);
  }

  private String pick(List<String> words) {
    return words.get(random.nextInt(words.size()));
  }

  private static byte[] bytes(ObjectNode item) {
    try {
      return JSON.writeValueAsString(item).getBytes(StandardCharsets.UTF_8);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }
}
