package org.regionwire.journey;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What readers, subscribers and senders get wrong, and what they are told. */
final class BadReadersJourney {
  private static final String FORM = "application/x-www-form-urlencoded";
  private static Outside wire;

  @BeforeAll
  static void start(@TempDir Path home) throws IOException {
    wire = Outside.starts(home);
  }

  @AfterAll
  static void stop() throws Exception {
    wire.stillWorks();
    wire.close();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "/feeds/malmoe.rss | 404 | perhaps malmo",
        "/feeds/all+!malmoe.rss | 404 | perhaps malmo",
        "/feeds/.rss | 400 | name some",
        "/feeds | 404 | rss, atom, json, ics",
        "/feeds/all | 404 | rss, atom, json, ics",
        "/feeds/all.xml | 404 | rss, atom, json, ics",
        "/feeds/malmo+!malmo.rss | 400 | choose one",
        "/feeds/all.rss?kind=party | 400 | news or event",
        "/feeds/all.rss?kind=news,event | 400 | can be given once",
        "/feeds/all.rss?topic=ictt | 404 | perhaps ict",
        "/feeds/all.rss?lang=swedish | 400 | sv-fi",
        "/feeds/all.rss?q=%21%21 | 400 | has no word in it",
        "/feeds/all.rss?q=a+b+c+d+e+f+g+h+i+j+k+l+m+n+o+p+q+r+s+t+u | 400 | more than 20 words",
        "/feeds/all.rss?colour=blue | 400 | is not a parameter",
        "/feeds/all.rss?mentions=perhaps | 400 | true or false",
        "/feeds/all.rss?bbox=1,4,3,2 | 400 | west,south,east,north",
        "/feeds/all.rss?bbox=1,2,3 | 400 | west,south,east,north",
        "/feeds/all.rss?bbox=NaN,1,2,3 | 400 | west,south,east,north",
        "/feeds/all.rss?bbox=1,2,3,1e999 | 400 | not on the earth",
        "/feeds/all/archive/1-64.atom | 404 | begin at /feeds/all.atom",
        "/feeds/all/archive/999937-1000000.json | 404 | begin at /feeds/all.json",
        "/feeds/all/archive/0-0.rss | 404 | begin at",
        "/feeds/all/archive/-1-64.rss | 404 | begin at",
        "/feeds/all/archive/99999999999999999999-1.atom | 404 | begin at",
        "/feeds/all/archive/1-64.ics | 404 | begin at",
        "/feeds/%00.rss | 404 | no region",
        "/feeds/..%2f..%2fetc.rss | 404 | no region",
        "/items/nothing | 404 | no such item",
        "/items/00000000000000000000000000 | 404 | no such item",
        "/items/00000000000000000000000000.ics | 404 | no such item",
        "/regions/atlantis | 404 | no region",
        "/nothing | 404 | nothing at this address"
      })
  void a_bad_address_is_told_how_to_mend_it(String path, int status, String says) throws Exception {
    var answer = wire.looks(path);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
    assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
    assertThat(answer.body()).contains(says);
    assertThat(wire.looks(path, "Accept", "text/html").body()).contains("<!doctype html>");
  }

  @ParameterizedTest
  @ValueSource(ints = {8_000, 20_000})
  void a_long_query_is_answered_like_a_short_one(int bytes) throws Exception {
    String word = "x".repeat(bytes);
    assertThat(wire.looks("/feeds/all.rss?q=" + word).statusCode()).isEqualTo(301);
    String words = many(bytes, ",");
    assertThat(wire.looks("/feeds/all.rss?topic=" + words).body()).contains("at most 100, please");
    assertThat(wire.looks("/feeds/all.rss?lang=" + words).body()).contains("at most 100, please");
    assertThat(wire.looks("/feeds/" + many(bytes, "+") + ".rss").body())
        .contains("at most 100, please")
        .hasSizeLessThan(100_000);
    var strangers = wire.looks("/feeds/all.rss?" + many(bytes, "&"), "Accept", "text/html");
    assertThat(strangers.statusCode()).isEqualTo(400);
    assertThat(wire.looks("/?q=" + word, "Accept", "text/html").statusCode()).isEqualTo(200);
    assertThat(wire.looks("/subscribe?regions=" + word, "Accept", "text/html").statusCode())
        .isBetween(200, 404);
    assertThat(wire.looks("/hub?" + word).statusCode()).isEqualTo(404);
  }

  private static String many(int bytes, String between) {
    return IntStream.range(0, bytes / 6)
        .mapToObj(i -> "w" + i)
        .collect(Collectors.joining(between));
  }

  @Test
  void an_address_or_headers_beyond_the_limit_are_told_of_it() throws Exception {
    var address = wire.looks("/feeds/all.rss?q=" + "x".repeat(40_000));
    assertThat(address.statusCode()).isEqualTo(414);
    assertThat(address.headers().firstValue("Content-Type")).hasValue("application/problem+json");
    assertThat(address.body()).contains("32,768 bytes");
    var header = wire.looks("/feeds/all.rss", "X-Long", "x".repeat(40_000));
    assertThat(header.statusCode()).isEqualTo(431);
    assertThat(header.body()).contains("32,768 bytes");
    assertThat(wire.says("nonsense\n\n", new byte[0])).contains(" 400 ", "not a request");
    assertThat(wire.looks("/feeds/all.rss").statusCode()).isEqualTo(200);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\"published\": \"1899-12-31\" | 422 | /published",
        "\"published\": \"1969-07-20T20:17:00Z\" | 201 | published",
        "\"published\": \"9999-12-31\" | 422 | use publishAt",
        "\"published\": \"10000-01-01\" | 422 | /published",
        "\"expires\": \"1969-01-01\" | 422 | already over",
        "\"expires\": \"9999-12-31\" | 201 | published",
        "\"expires\": \"10000-01-01\" | 422 | /expires",
        "\"publishAt\": \"1969-01-01\" | 201 | published",
        "\"publishAt\": \"9999-12-31T23:59:59Z\" | 202 | accepted",
        "\"publishAt\": \"+10000-01-01\" | 422 | /publishAt",
        "\"event\": {\"start\": \"1066-10-14\"} | 201 | published",
        "\"event\": {\"start\": \"0000-01-01\"} | 422 | /event/start",
        "\"event\": {\"start\": \"-0044-03-15\"} | 422 | /event/start",
        "\"event\": {\"start\": \"9999-12-31\"} | 201 | published",
        "\"event\": {\"start\": \"9999-12-31T23:59:59-01:00\"} | 422 | years 1 to 9999",
        "\"event\": {\"start\": \"10000-01-01\"} | 422 | /event/start",
        "\"event\": {\"start\": \"2026-02-30\"} | 422 | a date that exists"
      })
  void a_date_from_the_ends_of_time_is_shown_or_refused(String field, int status, String says)
      throws Exception {
    byte[] item = ("{\"title\": \"Long ago or far away\", " + field + "}").getBytes(UTF_8);
    // nobody sees the end of an embargo of some thousand years
    String prefer = status == 202 ? "respond-async" : "wait=20";
    var answer = wire.posts("application/json", item, "Prefer", prefer);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
    assertThat(answer.body()).contains(says);
    for (String feed : new String[] {"rss", "atom", "json", "ics"}) {
      assertThat(wire.looks("/feeds/all." + feed).statusCode()).isEqualTo(200);
    }
    assertThat(wire.gets("/feeds/all.ics")).doesNotContainPattern("DT(START|END)[^:]*:[+-]");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://127.0.0.1/x",
        "http://localhost/x",
        "http://[::1]/x",
        "http://0.0.0.0/x",
        "http://2130706433/x",
        "http://10.0.0.1/x",
        "http://172.16.0.1/x",
        "http://192.168.1.1/x",
        "http://169.254.169.254/latest/meta-data/",
        "http://100.64.0.1/x",
        "http://[fc00::1]/x",
        "http://[fe80::1]/x",
        "http://[::ffff:127.0.0.1]/x",
        "http://[::ffff:a00:1]/x",
        "http://[64:ff9b::7f00:1]/x",
        "http://no-such-host.invalid/x",
        "http://93.184.215.14:22/x",
        "http://user:secret@93.184.215.14/x",
        "http://93.184.215.14/x#fragment",
        "ftp://93.184.215.14/x",
        "file:///etc/passwd",
        "x"
      })
  void a_callback_that_must_not_be_called_is_refused(String callback) throws Exception {
    String said = subscribe("&hub.callback=" + URLEncoder.encode(callback, UTF_8));
    assertThat(said).contains("\"status\" : 422", "\"pointer\" : \"/hub.callback\"");
  }

  @Test
  void every_mistake_of_a_subscriber_is_told_at_once() throws Exception {
    String secret = "s".repeat(200);
    assertThat(subscribe("&hub.lease_seconds=-1&hub.secret=" + secret))
        .contains("/hub.callback", "/hub.lease_seconds", "/hub.secret", "less than 200 bytes");
    assertThat(wire.postsTo("/hub", FORM, "hub.mode=publish".getBytes(UTF_8)).body())
        .contains("/hub.mode", "/hub.topic", "/hub.callback");
  }

  private static String subscribe(String more) throws Exception {
    String topic = "http://127.0.0.1:" + wire.port() + "/feeds/all.rss";
    String form = "hub.mode=subscribe&hub.topic=" + URLEncoder.encode(topic, UTF_8) + more;
    long start = System.nanoTime();
    var answer = wire.postsTo("/hub", FORM, form.getBytes(UTF_8));
    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(8));
    assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
    return answer.body();
  }
}
