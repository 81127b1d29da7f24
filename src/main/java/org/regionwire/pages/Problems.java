package org.regionwire.pages;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;

/** Answers for programs (RFC 9457). */
final class Problems {
  private static final ObjectMapper JSON = new ObjectMapper();

  private Problems() {}

  static Answer notFound(String detail, List<Link> suggestions) {
    var problem = JSON.createObjectNode().put("title", "Not found").put("status", 404);
    problem.put("detail", detail);
    if (!suggestions.isEmpty()) {
      var list = problem.putArray("suggestions");
      suggestions.forEach(suggestion -> list.add(suggestion.href()));
    }
    try {
      return Answer.text(404, "application/problem+json", JSON.writeValueAsString(problem));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a tree is always JSON", e);
    }
  }
}
