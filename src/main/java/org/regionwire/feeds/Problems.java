package org.regionwire.feeds;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vertx.core.buffer.Buffer;
import java.nio.charset.StandardCharsets;

/** Says what is wrong with an address, as {@code application/problem+json} (RFC 9457). */
final class Problems {
  static final String MEDIA_TYPE = "application/problem+json";

  private final ObjectMapper json = new ObjectMapper();

  Buffer write(Asked.Unknown unknown) {
    var problem = problem(unknown.status(), title(unknown.status()));
    var errors = problem.putArray("errors");
    for (var mistake : unknown.mistakes()) {
      var error = errors.addObject();
      error.put("pointer", mistake.pointer());
      error.put("detail", mistake.detail());
      if (!mistake.suggestions().isEmpty()) {
        mistake.suggestions().forEach(error.putArray("suggestions")::add);
      }
    }
    return bytes(problem);
  }

  Buffer methodNotAllowed(String method) {
    var problem = problem(405, "Method not allowed");
    problem.put("detail", "feeds can be read with GET and HEAD, not " + method);
    return bytes(problem);
  }

  private ObjectNode problem(int status, String title) {
    return json.createObjectNode()
        .put("type", "about:blank")
        .put("title", title)
        .put("status", status);
  }

  private static String title(int status) {
    return status == 404 ? "No such feed" : "Not a feed's address";
  }

  private static Buffer bytes(ObjectNode problem) {
    return Buffer.buffer(problem.toString().getBytes(StandardCharsets.UTF_8));
  }
}
