package org.regionwire;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(
    name = "parked",
    description =
        "List what could not be stored or shown, each with its id, title and reason, the oldest"
            + " first. The wire has to run; with several nodes, any of them.",
    mixinStandardHelpOptions = true)
final class ParkedCommand implements Callable<Integer> {
  @Option(names = "--json", description = "as JSON, each with its text")
  private boolean json;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws Exception {
    var out = spec.commandLine().getOut();
    JsonNode list = OwnWire.of(Regionwire.settings()).gets("/operate/parked.json");
    if (json) {
      out.println(list.toPrettyString());
      return 0;
    }
    for (JsonNode one : list) {
      out.println(one.path("id").asText() + "  " + one.path("title").asText());
      out.println(
          "  "
              + one.path("at").asText()
              + " in "
              + one.path("route").asText()
              + ": "
              + one.path("reason").asText());
    }
    if (list.isEmpty()) {
      out.println("nothing is parked");
    }
    return 0;
  }
}
