package org.regionwire;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.regionwire.digest.mail.DkimKey;
import org.regionwire.digest.mail.returned.Mailbox;
import org.regionwire.door.Bounds;

/**
 * Every {@code regionwire.*} key, typed. A key is overridden by a system property of its name, or
 * by the environment: {@code REGIONWIRE_HTTP_PORT} for {@code regionwire.http.port}.
 */
public final class Settings {
  private static final String PREFIX = "regionwire.";
  private static final Pattern REFERENCE = Pattern.compile("\\$\\{([a-z.]+)}");

  private final SortedMap<String, String> values = new TreeMap<>();
  private final List<String> problems = new ArrayList<>();

  final Path home;
  final Path inbox;
  final Duration settle;
  final String host;
  final int port;
  final String base;
  final int submissionLimit;
  final Path secrets;
  final Set<Role> roles;
  final String database;
  final String broker;
  final String mail;
  final String routes;
  final String mailFrom;
  final String mailBounces;
  final Duration mailKeep;
  final Map<String, String> mailDkim;
  final Optional<Mailbox> mailReturns;
  final int mailReturnsRate;
  final int mailConnections;
  final int mailPace;
  final int feedEntries;
  final int shelf;
  final Map<String, String> outsiders = new TreeMap<>();
  final Path readers;
  final boolean pushPrivate;
  final Set<Integer> pushPorts;
  final int pushCallbacks;
  final Optional<Path> regions;
  final String proxies;
  final String observe;
  final Logging.Form logs;
  final boolean logsItems;
  final String node;
  final Optional<URI> traces;
  final int tracesShare;
  final Bounds bounds;

  /**
   * @throws IllegalArgumentException naming every bad key at once
   */
  public Settings(Map<String, String> environment, Properties overrides) {
    read(environment, overrides);
    home = Path.of(text("home"));
    inbox = Path.of(text("inbox"));
    secrets = Path.of(text("secrets"));
    roles = typed("roles", Role::read, "some of " + Role.words());
    settle = typed("inbox.settle", Duration::parse, "a duration such as PT2S");
    host = text("http.host");
    port = number("http.port", 1, 65_535);
    base =
        typed(
            "base", SettingForms::webAddress, "a web address without a path: https://news.example");
    submissionLimit = number("submission.limit", 1_000, 100_000_000);
    database = oneOf("database", "sqlite:", "postgresql:");
    broker = withoutSaying("broker", SettingForms::broker).orElse(SettingForms.EMBEDDED);
    mail = oneOf("mail", "folder:", "smtp://", "smtps://");
    mailFrom = text("mail.from");
    mailBounces =
        Optional.of(text("mail.bounces"))
            .filter(s -> !s.isEmpty())
            .orElse(SettingForms.marked(mailFrom));
    mailKeep = typed("mail.keep", Duration::parse, "a duration such as P30D");
    mailDkim =
        typed("mail.dkim", SettingForms::files, "names and files: wire2026=/etc/wire/rsa.pem");
    mailReturns = withoutSaying("mail.returns", Mailbox::parse);
    mailReturnsRate = number("mail.returns.rate", 1, 100);
    mailConnections = number("mail.connections", 1, 200);
    mailPace = number("mail.pace", 0, 100_000);
    feedEntries = number("feeds.entries", 1, 500);
    shelf = number("feeds.shelf", 1, 100_000);
    for (String protocol : List.of("amqp", "mqtt", "stomp")) {
      String listen =
          typed("broker." + protocol, SettingForms::hostAndPort, "a host and port or empty");
      if (!listen.isEmpty()) {
        outsiders.put(protocol, listen);
      }
    }
    readers = Path.of(text("broker.readers"));
    pushPrivate = typed("push.private", SettingForms::yesOrNo, "true or false");
    pushPorts = typed("push.ports", SettingForms::ports, "ports such as 80,443");
    pushCallbacks = number("push.callbacks", 1, 100_000);
    regions = Optional.of(text("regions")).filter(path -> !path.isEmpty()).map(Path::of);
    routes = text("routes");
    proxies = typed("proxies", SettingForms::networks, "networks such as 10.0.0.0/8,::1");
    observe = typed("observe", SettingForms::networks, "networks such as 10.0.0.0/8,::1");
    logs = typed("logs", Logging.Form::read, "text or json");
    logsItems = typed("logs.items", SettingForms::yesOrNo, "true or false");
    node = text("node");
    traces =
        typed(
            "traces", SettingForms::collector, "an address such as http://collector:4318 or empty");
    tracesShare = number("traces.share", 1, 100);
    bounds = Bounds.of(name -> number("limit." + name, 1, 100_000_000));
    if (!problems.isEmpty()) {
      throw new IllegalArgumentException(String.join("\n", problems));
    }
  }

  /** What logs and traces call this node. */
  String nodeName() {
    try {
      return node.isEmpty() ? InetAddress.getLocalHost().getHostName() : node;
    } catch (UnknownHostException e) {
      return "node";
    }
  }

  boolean isBrokerOutside() {
    return !broker.equals(SettingForms.EMBEDDED);
  }

  /** A mistake in it is told without it, because it may hold a password. Empty for none. */
  private <T> Optional<T> withoutSaying(String key, Function<String, T> parse) {
    String url = text(key);
    try {
      return url.isEmpty() ? Optional.empty() : Optional.of(parse.apply(url));
    } catch (IllegalArgumentException e) {
      problems.add(PREFIX + key + " " + e.getMessage());
      return Optional.empty();
    }
  }

  /**
   * What signs letters.
   *
   * @throws IllegalArgumentException when a key cannot be read
   */
  List<DkimKey> dkimKeys() {
    String domain = mailFrom.substring(mailFrom.lastIndexOf('@') + 1);
    return mailDkim.entrySet().stream()
        .map(key -> DkimKey.read(key.getKey(), domain, Path.of(key.getValue())))
        .toList();
  }

  /** The first submit token. */
  Path token() {
    return secrets.resolve("submit.token");
  }

  /** What the links in letters are made from: whoever has it can confirm and unsubscribe. */
  Path letterSecret() {
    return secrets.resolve("letters.secret");
  }

  /** What routes name: the resolved values by key, and what follows from them. */
  SortedMap<String, String> placeholders() {
    var all = new TreeMap<>(values);
    Role.place(roles, all);
    boolean reads = mailReturns.isPresent() && roles.contains(Role.DIGEST);
    all.put("returns.read", Boolean.toString(reads));
    boolean several = isBrokerOutside() && roles.contains(Role.FEEDS);
    all.put("feeds.several", Boolean.toString(several));
    all.put("feeds.subscription", isBrokerOutside() ? "own" : "feeds");
    all.put("returns.mailbox", mailReturns.map(SettingForms::endpoint).orElse("direct:nowhere"));
    return all;
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

  private String text(String key) {
    return values.getOrDefault(PREFIX + key, "");
  }

  private int number(String key, int least, int most) {
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

  private String oneOf(String key, String... beginnings) {
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

  private <T> T typed(String key, Function<String, T> parse, String wanted) {
    try {
      return parse.apply(text(key));
    } catch (RuntimeException e) {
      problems.add(PREFIX + key + " is \"" + text(key) + "\", not " + wanted);
      // Nobody sees this value, because the constructor throws when there is a problem.
      return parse.apply(shippedValue(key));
    }
  }

  private static String shippedValue(String key) {
    Map<String, String> shipped = new TreeMap<>();
    shipped().forEach((name, value) -> shipped.put((String) name, (String) value));
    return resolved(shipped.getOrDefault(PREFIX + key, ""), shipped, 0);
  }
}
