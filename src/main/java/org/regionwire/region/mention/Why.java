package org.regionwire.region.mention;

import java.util.List;

/** Says in a sentence why a place was found. */
final class Why {
  private static final List<String> WHERE = List.of("the title", "the summary", "the text");

  private Why() {}

  static String of(Topic topic, Tokens tokens, String name) {
    var best = topic.mentions().get(0);
    for (Chosen chosen : topic.mentions()) {
      best = chosen.stance().weight > best.stance().weight ? chosen : best;
    }
    var hit = best.hit();
    String text = tokens.between(hit.first(), hit.last());
    var why = new StringBuilder("“").append(text).append("” in ");
    why.append(WHERE.get(tokens.field(hit.first())));
    if (!best.stance().phrase.isEmpty()) {
      why.append(", ").append(best.stance().phrase);
    }
    if (!text.equals(name)) {
      why.append(", is ").append(name);
    }
    if (!best.evidence().isEmpty()) {
      why.append("; ").append(best.evidence());
    }
    if (topic.mentions().size() > 1) {
      why.append("; named ").append(topic.mentions().size()).append(" times");
    }
    return why.toString();
  }
}
