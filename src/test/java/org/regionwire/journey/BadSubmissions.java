package org.regionwire.journey;

import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.List;

/** Submissions that are wrong in one way each, with the words their sender must read. */
final class BadSubmissions {
  private BadSubmissions() {}

  /**
   * @param status of the answer by HTTP; of a file it only says accepted or refused
   * @param says what the answer and the receipt must say, all of it
   */
  record Row(String name, Kind kind, byte[] body, int status, String... says) {
    @Override
    public String toString() {
      return name;
    }
  }

  enum Kind {
    JSON("application/json", ".json"),
    ATOM("application/atom+xml;type=entry", ".xml"),
    MARKDOWN("text/markdown", ".md");

    final String type;
    final String extension;

    Kind(String type, String extension) {
      this.type = type;
      this.extension = extension;
    }
  }

  static List<Row> all() {
    return List.of(
        json("empty body", "", 400, "is empty"),
        json("only white space", " \n\t ", 400, "is empty"),
        json("malformed", "{\"title\": \"A\",\n  \"link\": }", 400, "line 2", "column 11"),
        json("half an object", "{\"title\": \"A\",", 400, "end-of-input"),
        json("two objects", "{\"title\":\"A\"} {\"title\":\"B\"}", 400, "malformed"),
        json("a list", "[{\"title\":\"A\"}]", 400, "not an object"),
        json("raw control character", "{\"title\":\"A\u0001B\"}", 400, "line 1"),
        json("not a number", "{\"title\":NaN}", 400, "NaN"),
        json("duplicate keys", "{\"title\":\"A\",\"title\":\"B\"}", 400, "Duplicate", "title"),
        json("objects 10,000 deep", "{\"a\":".repeat(10_000) + "1", 400, "50 deep"),
        json("lists 10,000 deep", "{\"a\":" + "[".repeat(10_000), 400, "50 deep"),
        json("10 MB string", "{\"title\":\"" + "x".repeat(10 << 20) + "\"}", 413, "1,048,576"),
        json("1e999999999", withPlace("1e999999999"), 422, "/event/place/lat", "number"),
        json(
            "1e999999999 as a whole number",
            "{\"title\":\"A\",\"attachments\":[{\"url\":\"https://e.org/a\",\"length\":1e999999999}]}",
            422,
            "/attachments/0/length"),
        json("1e999999999 as the title", "{\"title\":1e999999999}", 422, "/title"),
        json("a number of 10,000 digits", withPlace("1".repeat(10_000)), 400, "100 digits"),
        row(
            "invalid UTF-8",
            join("{\"title\":\"A".getBytes(UTF_8), new byte[] {(byte) 0xc3, '"', '}'}),
            400,
            "not valid UTF-8",
            "line 1"),
        row(
            "Latin-1",
            "{\"title\":\"Malm\u00f6\"}".getBytes(java.nio.charset.StandardCharsets.ISO_8859_1),
            400,
            "not valid UTF-8"),
        row("UTF-16 big end first", "{\"title\":\"A\"}".getBytes(UTF_16BE), 400, "UTF-16"),
        row("UTF-16 little end first", "{\"title\":\"A\"}".getBytes(UTF_16LE), 400, "UTF-16"),
        row("UTF-16 with its mark", "\ufeff{\"title\":\"A\"}".getBytes(UTF_16BE), 400, "UTF-16"),
        json("byte order mark", "\ufeff{\"title\":\"Marked\"}", 202),
        json("title missing", "{\"summary\":\"A\"}", 422, "/title", "is missing"),
        json("title null", "{\"title\":null}", 422, "/title", "is missing"),
        json("title blank", "{\"title\":\" \\t\\u00a0\\u200b \"}", 422, "/title", "is blank"),
        json("title a number", "{\"title\":5}", 422, "/title", "must be text"),
        json(
            "title of 5,000",
            "{\"title\":\"" + "x".repeat(5_000) + "\"}",
            422,
            "/title",
            "5,000",
            "at most 500"),
        json(
            "unknown field",
            "{\"title\":\"A\",\"sumary\":\"B\"}",
            422,
            "/sumary",
            "did you mean `summary`"),
        json(
            "unknown field within",
            "{\"title\":\"A\",\"author\":{\"name\":\"B\",\"nmae\":\"C\"}}",
            422,
            "/author/nmae",
            "did you mean `name`"),
        json(
            "no such date",
            "{\"title\":\"A\",\"published\":\"2026-02-30\"}",
            422,
            "/published",
            "not a date that exists"),
        json(
            "no date",
            "{\"title\":\"A\",\"published\":\"yesterday\"}",
            422,
            "/published",
            "is not a date"),
        json(
            "end before start",
            "{\"title\":\"A\",\"event\":{\"start\":\"2026-12-02\",\"end\":\"2026-12-01\"}}",
            422,
            "/event/end",
            "before the start"),
        json(
            "javascript link",
            "{\"title\":\"A\",\"link\":\"javascript:alert(1)\"}",
            422,
            "/link",
            "javascript"),
        json(
            "javascript link hidden",
            "{\"title\":\"A\",\"link\":\"java\\tscript:alert(1)\"}",
            422,
            "/link"),
        json(
            "data image",
            "{\"title\":\"A\",\"image\":{\"url\":\"data:text/html,x\"}}",
            422,
            "/image/url",
            "data"),
        json(
            "unknown region",
            "{\"title\":\"A\",\"regions\":[\"malmoe2\"]}",
            422,
            "/regions/0",
            "did you mean",
            "`malmo`"),
        json(
            "unknown topic",
            "{\"title\":\"A\",\"topics\":[\"zzzz\"]}",
            422,
            "/topics/0",
            "not a topic"),
        json(
            "many mistakes",
            "{\"link\":\"ftp://e.org/\",\"published\":\"soon\",\"regions\":[\"qq-9\"],\"titel\":\"A\",\"event\":{}}",
            422,
            "/title",
            "/link",
            "/published",
            "/regions/0",
            "/titel",
            "/event/start"),
        atom(
            "DOCTYPE",
            "<!DOCTYPE entry><entry xmlns='http://www.w3.org/2005/Atom'><title>A</title></entry>",
            400,
            "DOCTYPE"),
        atom(
            "external entity",
            "<!DOCTYPE entry [<!ENTITY x SYSTEM 'file:///etc/passwd'>]><entry xmlns='http://www.w3.org/2005/Atom'><title>&x;</title></entry>",
            400,
            "DOCTYPE"),
        atom("billion laughs", laughs(), 400, "DOCTYPE"),
        atom(
            "XML 100,000 deep",
            "<entry xmlns='http://www.w3.org/2005/Atom'>" + "<a>".repeat(100_000),
            400,
            "50 deep"),
        atom(
            "XML malformed",
            "<entry xmlns='http://www.w3.org/2005/Atom'>\n<title>A</entry>",
            400,
            "line 2"),
        atom("XML of another kind", "<rss><channel/></rss>", 400, "not an Atom entry"),
        atom(
            "unknown entity",
            "<entry xmlns='http://www.w3.org/2005/Atom'><title>&nope;</title></entry>",
            400,
            "malformed"),
        atom(
            "entry without title",
            "<entry xmlns='http://www.w3.org/2005/Atom'/>",
            422,
            "/title",
            "is missing"),
        markdown("front matter without end", "---\ntitle: A\n", 400, "front matter"),
        markdown("YAML aliases", "---\na: &a [x, x]\ntitle: *a\n---\n", 400, "anchors"),
        markdown(
            "YAML tag", "---\ntitle: !!javax.script.ScriptEngineManager [x]\n---\n", 400, "tags"));
  }

  static Row json(String name, String body, int status, String... says) {
    return row(name, body.getBytes(UTF_8), status, says);
  }

  private static Row row(String name, byte[] body, int status, String... says) {
    return new Row(name, Kind.JSON, body, status, says);
  }

  private static Row atom(String name, String body, int status, String... says) {
    return new Row(name, Kind.ATOM, body.getBytes(UTF_8), status, says);
  }

  private static Row markdown(String name, String body, int status, String... says) {
    return new Row(name, Kind.MARKDOWN, body.getBytes(UTF_8), status, says);
  }

  private static String withPlace(String lat) {
    return "{\"title\":\"A\",\"event\":{\"start\":\"2026-12-01\",\"place\":{\"lat\":"
        + lat
        + ",\"lon\":1}}}";
  }

  private static String laughs() {
    var xml = new StringBuilder("<!DOCTYPE entry [<!ENTITY l0 'ha'>");
    for (int i = 1; i < 10; i++) {
      xml.append("<!ENTITY l" + i + " '" + ("&l" + (i - 1) + ";").repeat(10) + "'>");
    }
    return xml + "]><entry xmlns='http://www.w3.org/2005/Atom'><title>&l9;</title></entry>";
  }

  private static byte[] join(byte[] a, byte[] b) {
    byte[] both = java.util.Arrays.copyOf(a, a.length + b.length);
    System.arraycopy(b, 0, both, a.length, b.length);
    return both;
  }
}
