package org.regionwire.digest.mail.dns;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.regionwire.digest.mail.DkimKey;

/**
 * A TXT record that should be published.
 *
 * @param what it is, for people
 * @param name in the DNS, without a dot at the end
 * @param text what to publish, as one text
 * @param begins how any such record begins
 */
public record Wanted(String what, String name, String text, String begins) {

  /** What came of asking for it. */
  public enum Found {
    AS_WANTED,
    OTHERWISE,
    MISSING
  }

  /**
   * @param from the domain letters come from
   * @param bounces the domain in the envelope, which SPF is about
   * @param host that letters go out by; empty for an unknown one
   */
  public static List<Wanted> all(
      String from, String bounces, Optional<String> host, List<DkimKey> keys, String reports) {
    var all = new ArrayList<Wanted>();
    String senders = host.map(name -> mechanism(name) + name).orElse("mx");
    all.add(new Wanted("SPF", bounces, "v=spf1 " + senders + " -all", "v=spf1"));
    for (var key : keys) {
      all.add(new Wanted("DKIM", key.dnsName(), key.dnsText(), "v=DKIM1"));
    }
    all.add(
        new Wanted(
            "DMARC", "_dmarc." + from, "v=DMARC1; p=none; rua=mailto:" + reports, "v=DMARC1"));
    return all;
  }

  private static String mechanism(String host) {
    return host.matches("[0-9.]+") ? "ip4:" : "a:";
  }

  /**
   * @param texts what the DNS has under the name
   */
  public Found in(List<String> texts) {
    var ours = texts.stream().filter(begins(begins)).toList();
    if (ours.isEmpty()) {
      return Found.MISSING;
    }
    return ours.stream().anyMatch(one -> bare(one).equals(bare(text)))
        ? Found.AS_WANTED
        : Found.OTHERWISE;
  }

  private static Predicate<String> begins(String how) {
    return text -> bare(text).startsWith(bare(how));
  }

  /** A long text is several strings, which resolvers write in several ways. */
  private static String bare(String text) {
    return text.replaceAll("[\\s\"]", "");
  }
}
