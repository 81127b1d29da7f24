package org.regionwire.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Walks everything that links lead to, and some that they do not, and looks at the headers. */
class HeadersJourney {
  private static final int PAGES = 150;
  private static final Pattern LINK = Pattern.compile("(?:href|src|action)=\"([^\"]+)\"");
  private static final Pattern SCRIPT =
      Pattern.compile("<script(?! type=\"application/ld\\+json\")");
  private static final Pattern INLINE = Pattern.compile("<[^>]+\\s(style|on[a-z]+)=");
  private static final List<String> POLICY =
      List.of(
          "default-src 'none'",
          "style-src 'self'",
          "form-action 'self'",
          "base-uri 'none'",
          "frame-ancestors 'none'");

  @TempDir private static Path home;
  private static DoorWire wire;
  private static String withdrawn;

  @BeforeAll
  static void open() throws Exception {
    wire = new DoorWire(home, Map.of());
    String token = wire.submitToken();
    String more = ", \"regions\": [\"malmo\"], \"topics\": [], \"summary\": \"Pier & more\"";
    wire.posts(token, "Harbour opens", more, "Prefer", "wait=20");
    String event = more + ", \"kind\": \"event\", \"event\": {\"start\": \"2031-05-04\"}";
    wire.posts(token, "Harbour day", event, "Prefer", "wait=20");
    var gone = wire.posts(token, "Harbour shuts", more, "Prefer", "wait=20");
    withdrawn = gone.headers().firstValue("Location").orElseThrow();
    wire.changes("DELETE", withdrawn, token, "{\"reason\": \"No.\"}");
  }

  @AfterAll
  static void close() {
    wire.close();
  }

  @Test
  void every_page_and_every_feed_carries_what_keeps_it_from_being_misused() throws Exception {
    var answers =
        walk(
            "/",
            "/regions/malmo",
            "/subscribe",
            "/unsubscribe",
            "/events",
            "/feeds.opml",
            withdrawn);
    assertThat(answers).containsKeys("/regions/malmo", "/feeds/all.atom", "/feeds/malmo.ics");
    assertThat(answers.values()).extracting(HttpResponse::statusCode).contains(200, 410);
    assertThat(answers.keySet()).hasSizeGreaterThan(30);
    answers.forEach(HeadersJourney::assertSafe);
  }

  @Test
  void so_does_every_answer_that_no_link_leads_to() throws Exception {
    for (String path :
        List.of(
            "/nowhere",
            "/confirm/x",
            "/manage/x",
            "/unsubscribe/x",
            "/items/x",
            "/items/x/status",
            withdrawn + "/revisions",
            "/feeds/nowhere.atom",
            "/feeds/nowhere.atom?kind=x",
            "/static/nowhere.css",
            "/openapi.yaml",
            "/schema/news-item.json",
            "/regions.json",
            "/robots.txt",
            "/observe/health",
            "/observe/metrics",
            "/%ff")) {
      assertSafe(path, wire.asks("GET", path, "", "Accept", "text/html,*/*;q=0.8"));
      assertSafe(path, wire.asks("GET", path, ""));
    }
    for (String path : List.of("/items", "/hub", "/subscriptions", "/unsubscribe", "/confirm/x")) {
      assertSafe("POST " + path, wire.sendsForm(path, "a=b"));
      assertSafe("POST " + path, wire.sendsForm(path, "a=b", "Origin", "https://evil.example"));
      assertSafe("PATCH " + path, wire.asks("PATCH", path, ""));
    }
  }

  /** By the links of pages, as a browser, and of feeds, as a feed reader. */
  private static Map<String, HttpResponse<String>> walk(String... first) throws Exception {
    var next = new ArrayDeque<String>(List.of(first));
    Set<String> seen = new LinkedHashSet<>(next);
    var answers = new LinkedHashMap<String, HttpResponse<String>>();
    while (!next.isEmpty() && answers.size() < PAGES) {
      String path = next.remove();
      var answer = wire.asks("GET", path, "");
      answers.put(path, answer);
      if (path.startsWith("/feeds/")) {
        answers.put(path + " as a page", wire.asks("GET", path, "", "Accept", "text/html"));
      }
      LINK.matcher(answer.body())
          .results()
          .map(link -> local(path, link.group(1)))
          .filter(link -> !link.isEmpty() && seen.add(link))
          .forEach(next::add);
    }
    return answers;
  }

  private static String local(String from, String link) {
    String plain = link.replace("&amp;", "&").replaceAll("#.*", "");
    try {
      URI there = URI.create(wire.newsroom.address() + from).resolve(plain);
      boolean ours = there.toString().startsWith(wire.newsroom.address() + "/");
      return ours ? there.toString().substring(wire.newsroom.address().length()) : "";
    } catch (IllegalArgumentException e) {
      return "";
    }
  }

  private static void assertSafe(String path, HttpResponse<String> answer) {
    var headers = answer.headers();
    assertThat(headers.allValues("X-Content-Type-Options")).as(path).containsExactly("nosniff");
    assertThat(headers.allValues("Set-Cookie")).as(path).isEmpty();
    assertThat(headers.firstValue("Access-Control-Allow-Credentials")).as(path).isEmpty();
    if (headers.firstValue("Content-Type").orElse("").startsWith("text/html")) {
      assertThat(headers.allValues("Content-Security-Policy")).as(path).hasSize(1);
      String policy = headers.firstValue("Content-Security-Policy").orElseThrow();
      assertThat(policy).as(path).contains(POLICY).doesNotContain("unsafe", "script-src", "*");
      assertThat(headers.allValues("Referrer-Policy")).as(path).containsExactly("same-origin");
      assertThat(SCRIPT.matcher(answer.body()).find()).as(path + " has a script").isFalse();
      assertThat(INLINE.matcher(answer.body()).find()).as(path + " has inline code").isFalse();
    }
  }
}
