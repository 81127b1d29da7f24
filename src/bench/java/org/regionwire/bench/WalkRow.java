package org.regionwire.bench;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** A reader who walks back through an archive of 100,000 items, page by page. */
final class WalkRow implements Row {
  /** Little, or Java would take what there is before it cleans up. */
  private static final String HEAP = "-Xmx256m";

  private static final int ITEMS = 100_000;
  private static final Pattern PREVIOUS =
      Pattern.compile("rel=\"prev-archive\"[^>]* href=\"[^\"]*?(/feeds/[^\"]*)\"");
  private static final Pattern ID =
      Pattern.compile("<entry[ >].*?<id>(tag:[^<]*)</id>", Pattern.DOTALL);

  /**
   * @param megabytes resident, at the beginning and then after each hundred pages
   */
  private record Walked(int pages, int items, double seconds, List<Double> megabytes) {}

  @Override
  public List<Line> measure(Site site) throws Exception {
    var home = site.home("walk");
    new ArchiveFile(home).fill(ITEMS);
    try (var wire = Wire.start(site, home, HEAP)) {
      var cold = walk(wire, "/feeds/all.atom");
      var warm = walk(wire, "/feeds/all.atom");
      var region = walk(wire, "/feeds/malmo.atom?kind=news");
      return List.of(
          line("walk of an archive of 100,000 items", cold, "≤ 30 s"),
          line("the same again", warm, ""),
          line("the same of one region", region, ""),
          new Line(
              "the wire's memory before, after 100 pages, after one walk and after two, with "
                  + HEAP,
              memory(cold.megabytes().get(0), cold.megabytes().get(1), last(cold), last(warm)),
              "",
              "flat"));
    }
  }

  private static Walked walk(Wire wire, String feed) throws Exception {
    Set<String> ids = new HashSet<>();
    var megabytes = new ArrayList<Double>();
    int pages = 0;
    long start = System.nanoTime();
    try (var http = new Http(wire.port())) {
      var next = Optional.of(feed);
      while (next.isPresent()) {
        if (pages++ % 100 == 0) {
          megabytes.add(wire.residentMegabytes());
        }
        var page = http.ask(Request.get(next.get()));
        if (page.status() != 200) {
          throw new IllegalStateException(next.get() + " answers " + page.status());
        }
        String text = new String(page.body(), StandardCharsets.UTF_8);
        ID.matcher(text).results().forEach(id -> ids.add(id.group(1)));
        next = PREVIOUS.matcher(text).results().map(link -> unescaped(link.group(1))).findFirst();
      }
    }
    double seconds = (System.nanoTime() - start) / 1e9;
    megabytes.add(wire.residentMegabytes());
    System.out.printf("  %s: %d pages, %d items, %.1f s%n", feed, pages, ids.size(), seconds);
    return new Walked(pages, ids.size(), seconds, megabytes);
  }

  private static String unescaped(String address) {
    return address.replace("&amp;", "&");
  }

  private static double last(Walked walked) {
    return walked.megabytes().get(walked.megabytes().size() - 1);
  }

  private static String memory(double... megabytes) {
    var text = new ArrayList<String>();
    for (double one : megabytes) {
      text.add(Figures.rounded(one));
    }
    return String.join(", ", text) + " MB";
  }

  private static Line line(String what, Walked walked, String aim) {
    String seconds = Figures.rounded(walked.seconds()) + " s";
    String items = "%,d items on %,d pages".formatted(walked.items(), walked.pages());
    return new Line(what, seconds, items, aim);
  }
}
