package org.regionwire;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.regionwire.intake.Limits;
import org.regionwire.intake.Refused;
import org.regionwire.intake.Submissions;
import org.regionwire.intake.reading.Reader;
import org.regionwire.intake.validating.Validator;
import org.regionwire.news.EnrichedItem;
import org.regionwire.news.EventTimeFound;
import org.regionwire.news.Format;
import org.regionwire.news.RegionFound;
import org.regionwire.news.Submission;
import org.regionwire.region.Enricher;
import org.regionwire.region.event.EventTimeFinder;
import org.regionwire.region.gazetteer.Gazetteer;
import org.regionwire.region.graph.RegionFiles;
import org.regionwire.region.mention.Predictions;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
    name = "regions",
    description = "What the wire finds in a text: its regions, and when its event is.",
    mixinStandardHelpOptions = true,
    synopsisSubcommandLabel = "COMMAND",
    subcommands = {RegionsCommand.Find.class, RegionsCommand.Score.class})
final class RegionsCommand implements Runnable {
  @Spec private CommandSpec spec;

  @Override
  public void run() {
    spec.commandLine().usage(spec.commandLine().getOut());
  }

  @Command(
      name = "find",
      description = "Show the regions of a submission and its event time, each with the evidence.",
      mixinStandardHelpOptions = true)
  static final class Find implements Callable<Integer> {
    @Parameters(
        paramLabel = "<file>",
        description =
            "a submission (.json, .xml, .md), or a plain text whose first line is the title")
    private Path file = Path.of("");

    @Spec private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
      var settings = Regionwire.settings();
      var gazetteer = Gazetteer.load();
      var known = new RegionFiles(settings.regions, gazetteer);
      var clock = Clock.systemUTC();
      var random = new SecureRandom();
      var reader = new Reader(new Limits(settings.submissionLimit));
      var validator = new Validator(known.regions(), known.topics(), clock, random);
      try {
        var submission = submission(new Submissions(clock, random));
        var item = validator.validate(reader.read(submission));
        print(new Enricher(known.regions(), gazetteer).enrich(item));
        return 0;
      } catch (Refused refused) {
        refused
            .problems()
            .forEach(p -> spec.commandLine().getErr().println(p.pointer() + " " + p.detail()));
        return 1;
      }
    }

    private Submission submission(Submissions submissions) throws IOException {
      byte[] bytes = Files.readAllBytes(file);
      Optional<Format> format = Format.ofFileName(file.getFileName().toString());
      return submissions.request(
          format.orElse(Format.JSON), format.isEmpty() ? asJson(bytes) : bytes);
    }

    private static byte[] asJson(byte[] text) throws IOException {
      String[] parts = new String(text, StandardCharsets.UTF_8).strip().split("\\R", 2);
      var json = new JsonMapper().createObjectNode().put("title", parts[0]);
      if (parts.length > 1) {
        json.put("content", parts[1].strip());
      }
      return new JsonMapper().writeValueAsBytes(json);
    }

    private void print(EnrichedItem enriched) {
      PrintWriter out = spec.commandLine().getOut();
      for (RegionFound found : enriched.regions()) {
        out.printf(
            Locale.ROOT,
            "%-28s %-9s %.2f  %s%n",
            found.region(),
            found.primary() ? "about" : "mentioned",
            found.confidence(),
            found.why());
        for (var mention : found.mentions()) {
          out.printf("  %s, character %d: %s%n", mention.field(), mention.offset(), mention.text());
        }
      }
      enriched.event().ifPresent(event -> out.println("starts " + event.start()));
      enriched.event().flatMap(e -> e.end()).ifPresent(end -> out.println("ends   " + end));
      enriched.when().ifPresent(when -> out.println(sentence(when)));
    }

    private static String sentence(EventTimeFound when) {
      return "  %s, character %d: %s%s (%s)"
          .formatted(
              when.field(),
              when.offset(),
              when.text(),
              when.yearInferred() ? ", its year inferred" : "",
              when.why());
    }
  }

  @Command(
      name = "score",
      description =
          "Write what is found in many items, a line of JSON each: the places, and start and end of"
              + " the event.",
      mixinStandardHelpOptions = true)
  static final class Score implements Callable<Integer> {
    private static final int PROGRESS = 1_000;

    @Option(
        names = "--in",
        required = true,
        paramLabel = "<items.jsonl>",
        description = "items with id, lang, title, text and published, a line of JSON each")
    private Path in = Path.of("");

    @Option(
        names = "--out",
        required = true,
        paramLabel = "<predictions.jsonl>",
        description = "where to write what is found")
    private Path out = Path.of("");

    @Spec private CommandSpec spec;

    private final JsonMapper json = new JsonMapper();
    private final EventTimeFinder times = new EventTimeFinder();

    @Override
    public Integer call() throws IOException {
      var gazetteer = Gazetteer.load();
      var known = new RegionFiles(Regionwire.settings().regions, gazetteer);
      var places = new Enricher(known.regions(), gazetteer).places();
      var predictions = new Predictions(places, json);
      int lines = 0;
      try (BufferedReader items = Files.newBufferedReader(in);
          var written = new PrintWriter(Files.newBufferedWriter(out))) {
        for (String line = items.readLine(); line != null; line = items.readLine()) {
          if (!line.isBlank()) {
            written.println(json.writeValueAsString(prediction(predictions, ++lines, line)));
            progress(lines);
          }
        }
      }
      spec.commandLine().getOut().println(lines + " items, written to " + out);
      return 0;
    }

    private ObjectNode prediction(Predictions predictions, int number, String line)
        throws IOException {
      JsonNode item;
      try {
        item = json.readTree(line);
      } catch (IOException e) {
        throw new IOException(in + ", item " + number + " is not JSON: " + e.getMessage(), e);
      }
      var prediction = predictions.of(item);
      times
          .find(
              item.path("title").asText(""),
              item.path("text").asText(""),
              text(item, "lang"),
              text(item, "published").map(day -> LocalDate.parse(day.substring(0, 10))),
              ZoneOffset.UTC)
          .ifPresent(
              when -> {
                prediction.put("start", when.start().date().toString());
                prediction.put("end", when.end().orElse(when.start()).date().toString());
              });
      return prediction;
    }

    private static Optional<String> text(JsonNode item, String field) {
      return Optional.ofNullable(item.get(field)).filter(JsonNode::isTextual).map(JsonNode::asText);
    }

    private void progress(int lines) {
      if (lines % PROGRESS == 0) {
        spec.commandLine().getErr().print("\r" + lines + " items");
        spec.commandLine().getErr().flush();
      }
    }
  }
}
