package org.regionwire.intake.validating;

import java.net.IDN;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.regex.Pattern;
import org.regionwire.intake.Mistake;
import org.regionwire.intake.text.Words;

/**
 * An absolute http or https address. Letters beyond ASCII become Punycode in the host (RFC 3490)
 * and percent signs elsewhere (RFC 3987 section 3.1).
 */
final class WebAddress {
  private static final Pattern SCHEME = Pattern.compile("(?i)https?");
  private static final Pattern AUTHORITY = Pattern.compile("([^@:\\[\\]]+)((?::\\d{1,5})?)");

  private WebAddress() {}

  static URI parse(String text) {
    try {
      URI uri = withAsciiHost(new URI(text));
      if (!uri.isAbsolute() || !SCHEME.matcher(uri.getScheme()).matches()) {
        throw new Mistake("is not an absolute http or https address");
      }
      if (uri.getHost() == null || uri.getPort() > 65_535) {
        throw new Mistake("has no valid host");
      }
      if (uri.getRawUserInfo() != null) {
        throw new Mistake("holds a user name or password; leave them out");
      }
      return new URI(uri.toASCIIString());
    } catch (URISyntaxException e) {
      throw new Mistake(
          Words.of("is not a web address: wrong from character %,d on", e.getIndex() + 1));
    }
  }

  private static URI withAsciiHost(URI uri) throws URISyntaxException {
    if (uri.getHost() != null || uri.getRawAuthority() == null) {
      return uri;
    }
    var authority = AUTHORITY.matcher(uri.getRawAuthority());
    if (!authority.matches()) {
      throw new Mistake("has no valid host");
    }
    String ascii = asciiHost(authority.group(1)) + authority.group(2);
    return new URI(uri.toString().replaceFirst(Pattern.quote(uri.getRawAuthority()), ascii));
  }

  private static String asciiHost(String host) {
    try {
      return IDN.toASCII(host, IDN.USE_STD3_ASCII_RULES);
    } catch (IllegalArgumentException e) {
      throw new Mistake("has no valid host");
    }
  }
}
