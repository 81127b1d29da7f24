package org.regionwire.senders;

import java.util.List;
import java.util.regex.Pattern;

/**
 * Who sends, as a token tells.
 *
 * @param token its id, which is no secret; {@link #SUBMIT_TOKEN} for the one of the first start
 * @param name whose items they are: 1 to 40 small letters, digits and hyphens
 * @param regions slugs of those it may send for, parts included; empty for all
 * @param perMinute how many submissions and changes; 0 for what the setting says
 */
public record Sender(String token, String name, List<String> regions, int perMinute) {
  /** The operator's own token, in a file. */
  public static final String SUBMIT_TOKEN = "submit.token";

  static final String NAMES = "the name of a sender is 1 to 40 of a-z, 0-9 and hyphens, not ";

  private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9-]{0,39}");

  public Sender {
    regions = List.copyOf(regions);
    if (!isName(name)) {
      throw new IllegalArgumentException(NAMES + "\"" + name + "\"");
    }
  }

  static boolean isName(String name) {
    return NAME.matcher(name).matches();
  }

  /** Whether it may send for every region, and change what others have sent. */
  public boolean everywhere() {
    return regions.isEmpty();
  }

  /** Whether it may change, and see when it is withdrawn, what this sender has sent. */
  public boolean answersFor(String sender) {
    return everywhere() || name.equals(sender);
  }

  /** Whether it is the operator's own. */
  public boolean first() {
    return token.equals(SUBMIT_TOKEN);
  }
}
