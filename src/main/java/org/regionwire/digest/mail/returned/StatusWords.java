package org.regionwire.digest.mail.returned;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Finds out why a letter did not arrive from the words of a mail server. */
public final class StatusWords {
  /** Not a part of an IP address or of a version. */
  private static final Pattern ENHANCED =
      Pattern.compile("(?<![\\d.])([45])\\.(\\d{1,3})\\.(\\d{1,3})(?![\\d]|\\.\\d)");

  private static final Pattern CODE = Pattern.compile("(?<![\\d.#-])([45])(\\d)(\\d)(?![\\d.])");
  private static final Map<Pattern, Status> PHRASES = read();

  private StatusWords() {}

  /**
   * The most that the words tell: a code of RFC 3463, else a phrase that servers use, else what the
   * three digits of RFC 5321 mean. Where any of the codes is about policy, it is about policy.
   */
  public static Optional<Status> in(String words) {
    List<Status> codes = ENHANCED.matcher(words).results().map(StatusWords::status).toList();
    return first(codes.stream().filter(one -> one.meaning() == Status.Meaning.NOT_WANTED))
        .or(() -> first(codes.stream().filter(Status::tells)))
        .or(() -> phrase(words))
        .or(() -> first(codes.stream()))
        .or(() -> first(CODE.matcher(words).results().map(StatusWords::ofCode)));
  }

  private static Optional<Status> phrase(String words) {
    return first(
        PHRASES.entrySet().stream()
            .filter(one -> one.getKey().matcher(words).find())
            .map(Map.Entry::getValue));
  }

  private static Optional<Status> first(Stream<Status> some) {
    return some.findFirst();
  }

  private static Status status(MatchResult found) {
    return new Status(
        Integer.parseInt(found.group(1)),
        Integer.parseInt(found.group(2)),
        Integer.parseInt(found.group(3)));
  }

  /** Of the three digits only 552 says more than that it failed: no room. */
  private static Status ofCode(MatchResult found) {
    boolean full = found.group().equals("552") || found.group().equals("452");
    return new Status(Integer.parseInt(found.group(1)), full ? 2 : 0, full ? 2 : 0);
  }

  /** Lines of a status, a space, and a regular expression. */
  private static Map<Pattern, Status> read() {
    Map<Pattern, Status> phrases = new LinkedHashMap<>();
    var in = Objects.requireNonNull(StatusWords.class.getResourceAsStream("/bounces/phrases.txt"));
    try (var lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      for (String line : lines.lines().filter(one -> one.matches("[45]\\..*")).toList()) {
        int space = line.indexOf(' ');
        var code = ENHANCED.matcher(line.substring(0, space));
        if (code.matches()) {
          String words = line.substring(space + 1).strip();
          phrases.put(Pattern.compile(words, Pattern.CASE_INSENSITIVE), status(code));
        }
      }
      return phrases;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
