package org.regionwire;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The {@code regionwire.*} keys as text, read as what each should be. What is wrong is collected,
 * and told by {@link #throwIfAnyIsBad}; until then a bad one reads as what is shipped.
 */
final class Keys {
  private static final String PREFIX = "regionwire.";
  private static final Pattern REFERENCE = Pattern.compile("\\$\\{([a-z.]+)}");

  private final SortedMap<String, String> values = new TreeMap<>();
  private final List<String> problems = new ArrayList<>();

  Keys(Map<String, String> environment, Properties overrides) {
    read(environment, overrides);
  }

  /**
   * @throws IllegalArgumentException naming every bad key at once
   */
  void throwIfAnyIsBad() {
    if (!problems.isEmpty()) {
      throw new IllegalArgumentException(String.join("\n", problems));
    }
  }

  /** The resolved values by key. */
  SortedMap<String, String> values() {
    return Collections.unmodifiableSortedMap(values);
  }

  /** The shipped keys with their shipped values. */
  static Properties shipped() {
    var shipped = new Properties();
    try (InputStream in = Settings.class.getResourceAsStream("/application.properties")) {
      shipped.load(java.util.Objects.requireNonNull(in));
      return shipped;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void read(Map<String, String> environment, Properties overrides) {
    Properties shipped = shipped();
    for (String key : shipped.stringPropertyNames()) {
      if (key.startsWith(PREFIX)) {
        String name = key.toUpperCase(Locale.ROOT).replace('.', '_');
        String ours = overrides.getProperty(key, shipped.getProperty(key));
        values.put(key, environment.getOrDefault(name, ours).strip());
      }
    }
    values.replaceAll((key, value) -> resolved(value, values, 0));
    for (String key : overrides.stringPropertyNames()) {
      if (key.startsWith(PREFIX) && !values.containsKey(key)) {
        problems.add(key + " is not a setting; `--help` names those there are");
      }
    }
  }

  private static String resolved(String value, Map<String, String> values, int depth) {
    Matcher reference = REFERENCE.matcher(value);
    if (depth > 5 || !reference.find()) {
      return value;
    }
    String named = values.getOrDefault(reference.group(1), "");
    String replaced = reference.replaceFirst(Matcher.quoteReplacement(named));
    return resolved(replaced, values, depth + 1);
  }

  String text(String key) {
    return values.getOrDefault(PREFIX + key, "");
  }

  Path path(String key) {
    return Path.of(text(key));
  }

  int number(String key, int least, int most) {
    String wanted = "a whole number from " + least + " to " + most;
    return typed(
        key,
        value -> {
          int number = Integer.parseInt(value);
          if (number < least || number > most) {
            throw new IllegalArgumentException(value);
          }
          return number;
        },
        wanted);
  }

  String oneOf(String key, String... beginnings) {
    return typed(
        key,
        value -> {
          for (String beginning : beginnings) {
            if (value.startsWith(beginning)) {
              return value;
            }
          }
          throw new IllegalArgumentException(value);
        },
        "one that begins with " + String.join(" or ", beginnings));
  }

  <T> T typed(String key, Function<String, T> parse, String wanted) {
    try {
      return parse.apply(text(key));
    } catch (RuntimeException e) {
      problems.add(PREFIX + key + " is \"" + text(key) + "\", not " + wanted);
      // Nobody sees this value, because it is told that there is a problem.
      return parse.apply(shippedValue(key));
    }
  }

  /** A mistake in it is told without it, because it may hold a password. Empty for none. */
  <T> Optional<T> withoutSaying(String key, Function<String, T> parse) {
    String url = text(key);
    try {
      return url.isEmpty() ? Optional.empty() : Optional.of(parse.apply(url));
    } catch (IllegalArgumentException e) {
      problems.add(PREFIX + key + " " + e.getMessage());
      return Optional.empty();
    }
  }

  private static String shippedValue(String key) {
    Map<String, String> shipped = new TreeMap<>();
    shipped().forEach((name, value) -> shipped.put((String) name, (String) value));
    return resolved(shipped.getOrDefault(PREFIX + key, ""), shipped, 0);
  }
}
