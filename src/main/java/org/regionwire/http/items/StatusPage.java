package org.regionwire.http.items;

import com.fasterxml.jackson.databind.JsonNode;
import io.vertx.ext.web.RoutingContext;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.regionwire.pages.Accept;
import org.regionwire.pages.Answer;
import org.regionwire.pages.Pages;
import org.regionwire.pages.operate.Stamp;

/** The status of an item in words, for who opens its address in a browser. */
final class StatusPage {
  private final Pages pages;

  StatusPage(Pages pages) {
    this.pages = pages;
  }

  /** A browser names HTML. */
  static boolean isWanted(RoutingContext context) {
    return new Accept(Optional.ofNullable(context.request().getHeader("Accept"))).namesHtml();
  }

  Answer of(JsonNode status) {
    return Answer.html(
        200, pages.message("Where this item is", words(status).toArray(String[]::new)));
  }

  private static List<String> words(JsonNode status) {
    List<String> words = new ArrayList<>();
    if (status.has("accepted")) {
      words.add("It was accepted " + at(status.get("accepted")) + ".");
    }
    if (status.has("archived")) {
      var archived = status.get("archived");
      words.add(
          "Its revision %s was archived %s."
              .formatted(archived.path("revision").asText(), at(archived)));
    }
    switch (status.path("status").asText()) {
      case "accepted" -> words.add("It waits to be archived, or for its time to be published.");
      case "published" -> words.add("It is published, as long as it is not over.");
      case "withdrawn" -> words.add("It was withdrawn.");
      default -> {}
    }
    if (status.path("letters").path("count").asLong() > 0) {
      words.add("It is in %,d letters.".formatted(status.at("/letters/count").asLong()));
    }
    if (status.has("parked")) {
      var parked = status.get("parked");
      boolean change = parked.path("what").asText().equals("change");
      words.add(
          "%s is parked since %s. %s"
              .formatted(
                  change ? "A change of it" : "It", at(parked), parked.path("next").asText()));
    }
    return words;
  }

  private static String at(JsonNode station) {
    return new Stamp(Instant.parse(station.path("at").asText())).text() + " UTC";
  }
}
