package org.regionwire;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Map.Entry;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
    name = "replay",
    description =
        "Put parked items back where they came from, and say what becomes of each. The wire has to"
            + " run. It is harmless to put back what was stored meanwhile.",
    exitCodeListHeading = "Exit codes:%n",
    exitCodeList = {"0:all are put back, or would be", "1:some stay parked"},
    mixinStandardHelpOptions = true)
final class ReplayCommand implements Callable<Integer> {
  @Parameters(paramLabel = "<id>", description = "as in parked")
  private List<String> ids = List.of();

  @Option(names = "--all", description = "all that are parked")
  private boolean all;

  @Option(names = "--dry-run", description = "only say what would come of it")
  private boolean dryRun;

  @Option(
      names = "--text",
      paramLabel = "<file>",
      description = "of one item: its mended text, as parked --json has it")
  private Optional<Path> text = Optional.empty();

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws Exception {
    if (all == !ids.isEmpty()) {
      throw new IllegalArgumentException("name ids, or say --all");
    }
    if (text.isPresent() && ids.size() != 1) {
      throw new IllegalArgumentException("--text is of one item");
    }
    List<Entry<String, String>> fields = new ArrayList<>();
    fields.add(Map.entry("act", dryRun ? (all ? "try-all" : "try") : all ? "all" : "replay"));
    ids.forEach(id -> fields.add(Map.entry("id", id)));
    if (text.isPresent()) {
      fields.add(Map.entry("text", Files.readString(text.get())));
    }
    return say(OwnWire.of(Regionwire.settings()).posts("/operate/replay.json", fields));
  }

  private int say(JsonNode fates) {
    var out = spec.commandLine().getOut();
    int well = 0;
    for (JsonNode fate : fates) {
      well += fate.path("well").asBoolean() ? 1 : 0;
      out.println(
          fate.path("id").asText()
              + "  "
              + fate.path("title").asText()
              + ": "
              + fate.path("what").asText());
      fate.path("remarks").forEach(remark -> out.println("  " + remark.asText()));
    }
    String done = dryRun ? "would be put back" : "put back";
    out.printf("%d of %d %s%n", well, fates.size(), done);
    return well == fates.size() ? 0 : 1;
  }
}
