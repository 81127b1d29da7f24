package org.regionwire.feeds.formats;

import java.util.List;
import java.util.Locale;
import org.jdom2.Element;
import org.jdom2.Namespace;
import org.regionwire.news.Box;
import org.regionwire.news.Point;

/**
 * Where items and feeds are: GeoRSS-Simple (OGC 17-002r1), latitude before longitude, in degrees.
 */
final class GeoRss {
  static final Namespace NAMESPACE =
      Namespace.getNamespace("georss", "http://www.georss.org/georss");

  private GeoRss() {}

  /**
   * @param about the element that stands for the feed
   * @param items its elements of items, in the order of the page's entries
   */
  static void place(FeedPage page, Element about, List<Element> items) {
    page.box().ifPresent(box -> about.addContent(before(about, items), element(box)));
    for (int i = 0; i < page.entries().size(); i++) {
      var item = items.get(i);
      page.entries().get(i).point().ifPresent(point -> item.addContent(element(point)));
    }
  }

  /** Readers expect what is said of the feed before its items. */
  static int before(Element about, List<Element> items) {
    return items.isEmpty() ? about.getContentSize() : about.indexOf(items.get(0));
  }

  private static Element element(Box box) {
    return box.isPoint() ? element(box.middle()) : element("polygon", corners(box));
  }

  /** Its corners, the first again at the end: not every reader knows a box. */
  private static double[] corners(Box box) {
    return new double[] {
      box.south(),
      box.west(),
      box.south(),
      box.east(),
      box.north(),
      box.east(),
      box.north(),
      box.west(),
      box.south(),
      box.west()
    };
  }

  private static Element element(Point point) {
    return element("point", point.lat(), point.lon());
  }

  private static Element element(String name, double... degrees) {
    var text = new StringBuilder();
    for (double one : degrees) {
      text.append(text.isEmpty() ? "" : " ").append(String.format(Locale.ROOT, "%.4f", one));
    }
    return new Element(name, NAMESPACE).setText(text.toString());
  }
}
