package org.regionwire.news;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The id an item keeps for ever: 26 characters of Crockford's base 32, lower case, for 128 bits.
 * Minted once; never derived from title, host or path.
 */
public record ItemId(String value) {
  private static final Pattern FORM = Pattern.compile("[0-9a-hjkmnp-tv-z]{26}");
  private static final String TAG = "tag:regionwire.org,2026:item:";
  private static final String DIGITS = "0123456789abcdefghjkmnpqrstvwxyz";

  public ItemId {
    if (!FORM.matcher(value).matches()) {
      throw new IllegalArgumentException("not an item id: " + value);
    }
  }

  public static boolean isOne(String value) {
    return FORM.matcher(value).matches();
  }

  /**
   * The same parts give the same id on every node, whenever they are asked. A zero byte ends each
   * part, so that parts cannot run together.
   */
  public static ItemId derivedFrom(String... parts) {
    return of(Hash.of(String.join("\0", parts).concat("\0").getBytes(StandardCharsets.UTF_8)));
  }

  /** From the first 16 bytes. */
  public static ItemId of(byte[] bits) {
    var text = new StringBuilder(26);
    int buffer = 0;
    int held = 0;
    for (int i = 0; i < 16; i++) {
      buffer = (buffer << 8) | (bits[i] & 0xff);
      held += 8;
      while (held >= 5) {
        held -= 5;
        text.append(DIGITS.charAt((buffer >> held) & 31));
      }
    }
    return new ItemId(text.append(DIGITS.charAt((buffer << (5 - held)) & 31)).toString());
  }

  /** The id in feeds: a tag URI (RFC 4151), the same whatever host serves it. */
  public String tag() {
    return TAG + value;
  }

  /** Of a {@link #tag()}; nothing of any other text. */
  public static Optional<ItemId> ofTag(String text) {
    return Optional.of(text)
        .filter(tag -> tag.startsWith(TAG) && isOne(tag.substring(TAG.length())))
        .map(tag -> new ItemId(tag.substring(TAG.length())));
  }

  @Override
  public String toString() {
    return value;
  }
}
