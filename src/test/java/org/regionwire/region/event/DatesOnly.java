package org.regionwire.region.event;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;

/** Writes predictions with dates only for a file of items: {@code DatesOnly in.jsonl out.jsonl}. */
final class DatesOnly {
  private DatesOnly() {}

  public static void main(String[] args) throws IOException {
    var json = new ObjectMapper();
    var lines = new ArrayList<String>();
    for (String line : Files.readAllLines(Path.of(args[0]))) {
      if (!line.isBlank()) {
        JsonNode item = json.readTree(line);
        var prediction = json.createObjectNode().put("id", item.path("id").asText());
        Items.found(item)
            .ifPresent(
                found -> {
                  prediction.put("start", found.start().toString());
                  found.end().ifPresent(end -> prediction.put("end", end.toString()));
                  prediction.put("why", found.why());
                  prediction.put("confidence", found.confidence());
                });
        lines.add(prediction.toString());
      }
    }
    Files.write(Path.of(args[1]), lines);
  }
}
