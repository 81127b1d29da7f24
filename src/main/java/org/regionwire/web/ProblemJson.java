package org.regionwire.web;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vertx.core.http.HttpServerResponse;
import java.util.List;
import java.util.Map;

/** Problem details for HTTP APIs (RFC 9457), with every error at once under {@code errors}. */
public final class ProblemJson {
  public static final String MEDIA_TYPE = "application/problem+json";

  private static final JsonMapper JSON = new JsonMapper();
  private static final Map<Integer, String> TITLES =
      Map.ofEntries(
          Map.entry(400, "Cannot be read"),
          Map.entry(401, "Not authorised"),
          Map.entry(403, "Forbidden"),
          Map.entry(404, "Not found"),
          Map.entry(405, "Method not allowed"),
          Map.entry(406, "Not acceptable"),
          Map.entry(409, "Conflict"),
          Map.entry(410, "Gone"),
          Map.entry(412, "Changed meanwhile"),
          Map.entry(413, "Too large"),
          Map.entry(414, "Too long"),
          Map.entry(415, "Not a type this takes"),
          Map.entry(422, "Not valid"),
          Map.entry(429, "Too many requests"),
          Map.entry(431, "Too long"),
          Map.entry(503, "Not possible just now"));

  private ProblemJson() {}

  /**
   * @param detail what is wrong and how to mend it
   */
  public static ObjectNode of(int status, String detail) {
    return JSON.createObjectNode()
        .put("type", "about:blank")
        .put("title", TITLES.getOrDefault(status, "Something went wrong"))
        .put("status", status)
        .put("detail", detail);
  }

  /**
   * Adds to the errors.
   *
   * @param pointer a JSON Pointer (RFC 6901) into what was sent
   * @param suggestions nearest right spellings, best first
   */
  public static void add(
      ObjectNode problem, String pointer, String detail, List<String> suggestions) {
    ObjectNode error = problem.withArray("errors").addObject();
    error.put("pointer", pointer).put("detail", detail);
    if (!suggestions.isEmpty()) {
      suggestions.forEach(error.putArray("suggestions")::add);
    }
  }

  /** Of one field, in JSON. */
  public static String object(String name, String value) {
    return JSON.createObjectNode().put(name, value).toString();
  }

  public static String write(ObjectNode problem) {
    return problem.toPrettyString() + "\n";
  }

  /** Ends the response with it. */
  public static void answer(HttpServerResponse response, int status, String detail) {
    response
        .setStatusCode(status)
        .putHeader("Content-Type", MEDIA_TYPE)
        .putHeader("X-Content-Type-Options", "nosniff")
        .end(write(of(status, detail)));
  }
}
