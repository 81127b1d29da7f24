package org.regionwire.http;

import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.regionwire.nodes.Role;
import org.regionwire.web.ProblemJson;
import org.regionwire.web.Turn;

/** Answers for roles that this node has not: 421 (RFC 9110 section 15.5.20). */
final class Elsewhere {
  private static final Map<Role, List<String>> PATHS =
      Map.of(
          Role.INTAKE, List.of("/items"),
          Role.FEEDS, List.of("/feeds/*", "/feeds.opml"),
          Role.WEB,
              List.of(
                  "/",
                  "/regions",
                  "/regions/*",
                  "/events",
                  "/subscribe",
                  "/subscriptions",
                  "/hub",
                  "/confirm/*",
                  "/unsubscribe",
                  "/unsubscribe/*",
                  "/manage/*"));

  private Elsewhere() {}

  static void mount(Router router, Set<Role> roles) {
    PATHS.forEach(
        (role, paths) -> {
          if (!roles.contains(role)) {
            paths.forEach(path -> mount(router, path, role));
          }
        });
    if (!roles.contains(Role.INTAKE)) {
      router.put("/items/:id").order(Turn.FIRST - 1).handler(at -> refuse(at, Role.INTAKE));
      router.delete("/items/:id").order(Turn.FIRST - 1).handler(at -> refuse(at, Role.INTAKE));
    }
  }

  private static void mount(Router router, String path, Role role) {
    router.route(path).order(Turn.FIRST - 1).handler(at -> refuse(at, role));
  }

  private static void refuse(RoutingContext at, Role role) {
    ProblemJson.answer(
        at.response(),
        421,
        "this node does not have the role " + role.word() + " (regionwire.roles); ask another");
  }
}
