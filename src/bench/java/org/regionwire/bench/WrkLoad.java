package org.regionwire.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Load by wrk, with the requests written beforehand. */
final class WrkLoad implements Load {
  private static final Pattern DONE = Pattern.compile("(\\d+) requests in ([0-9.]+)(ms|s|m),");
  private static final Pattern BAD = Pattern.compile("Non-2xx or 3xx responses: (\\d+)");
  private static final Pattern BROKEN =
      Pattern.compile("Socket errors: connect (\\d+), read (\\d+), write (\\d+), timeout (\\d+)");

  private final Path wrk;
  private final Site site;

  WrkLoad(Path wrk, Site site) {
    this.wrk = wrk;
    this.site = site;
  }

  @Override
  public String name() {
    return "wrk";
  }

  @Override
  public Outcome run(int port, List<Request> requests, int connections, Duration time)
      throws Exception {
    Path script =
        Files.writeString(Files.createTempFile(site.folder(), "wrk", ".lua"), script(requests));
    var command =
        List.of(
            wrk.toString(),
            "-t" + Math.min(2, connections),
            "-c" + connections,
            "-d" + time.toSeconds() + "s",
            "--timeout",
            "10s",
            "-s",
            script.toString(),
            "http://127.0.0.1:" + port + "/");
    var process = new ProcessBuilder(command).redirectErrorStream(true).start();
    return outcome(new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8));
  }

  private static Outcome outcome(String told) throws IOException {
    Matcher done = DONE.matcher(told);
    if (!done.find()) {
      throw new IOException("wrk says: " + told);
    }
    double unit = done.group(3).equals("ms") ? 0.001 : done.group(3).equals("m") ? 60 : 1;
    long bad = sum(BAD, told);
    return new Outcome(
        Long.parseLong(done.group(1)) - bad,
        bad + sum(BROKEN, told),
        Double.parseDouble(done.group(2)) * unit);
  }

  private static long sum(Pattern pattern, String told) {
    Matcher found = pattern.matcher(told);
    long sum = 0;
    while (found.find()) {
      for (int group = 1; group <= found.groupCount(); group++) {
        sum += Long.parseLong(found.group(group));
      }
    }
    return sum;
  }

  private static String script(List<Request> requests) {
    var lua = new StringBuilder("local ready = {}\n");
    for (Request request : requests) {
      lua.append("ready[#ready + 1] = \"");
      for (byte b : request.bytes()) {
        lua.append('\\').append(String.format("%03d", b & 0xff));
      }
      lua.append("\"\n");
    }
    lua.append("local turn = 0\n");
    lua.append("request = function() turn = turn % #ready + 1 return ready[turn] end\n");
    return lua.toString();
  }
}
