package org.regionwire;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.regionwire.digest.mail.DkimKey;
import org.regionwire.digest.mail.returned.Mailbox;
import org.regionwire.door.Bounds;
import org.regionwire.nodes.Role;

/**
 * Every {@code regionwire.*} key, typed. A key is overridden by a system property of its name, or
 * by the environment: {@code REGIONWIRE_HTTP_PORT} for {@code regionwire.http.port}.
 */
public final class Settings {
  private final SortedMap<String, String> values;

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
    var keys = new Keys(environment, overrides);
    values = keys.values();
    home = keys.path("home");
    inbox = keys.path("inbox");
    secrets = keys.path("secrets");
    roles = keys.typed("roles", Role::read, "some of " + Role.words());
    settle = keys.typed("inbox.settle", Duration::parse, "a duration such as PT2S");
    host = keys.text("http.host");
    port = keys.number("http.port", 1, 65_535);
    base =
        keys.typed(
            "base", SettingForms::webAddress, "a web address without a path: https://news.example");
    submissionLimit = keys.number("submission.limit", 1_000, 100_000_000);
    database = keys.oneOf("database", "sqlite:", "postgresql:");
    broker = keys.withoutSaying("broker", SettingForms::broker).orElse(SettingForms.EMBEDDED);
    mail = keys.oneOf("mail", "folder:", "smtp://", "smtps://");
    mailFrom = keys.text("mail.from");
    mailBounces =
        Optional.of(keys.text("mail.bounces"))
            .filter(s -> !s.isEmpty())
            .orElse(SettingForms.marked(mailFrom));
    mailKeep = keys.typed("mail.keep", Duration::parse, "a duration such as P30D");
    mailDkim =
        keys.typed("mail.dkim", SettingForms::files, "names and files: wire2026=/etc/wire/rsa.pem");
    mailReturns = keys.withoutSaying("mail.returns", Mailbox::parse);
    mailReturnsRate = keys.number("mail.returns.rate", 1, 100);
    mailConnections = keys.number("mail.connections", 1, 200);
    mailPace = keys.number("mail.pace", 0, 100_000);
    feedEntries = keys.number("feeds.entries", 1, 500);
    shelf = keys.number("feeds.shelf", 1, 100_000);
    for (String protocol : List.of("amqp", "mqtt", "stomp")) {
      String listen =
          keys.typed("broker." + protocol, SettingForms::hostAndPort, "a host and port or empty");
      if (!listen.isEmpty()) {
        outsiders.put(protocol, listen);
      }
    }
    readers = keys.path("broker.readers");
    pushPrivate = keys.typed("push.private", SettingForms::yesOrNo, "true or false");
    pushPorts = keys.typed("push.ports", SettingForms::ports, "ports such as 80,443");
    pushCallbacks = keys.number("push.callbacks", 1, 100_000);
    regions = Optional.of(keys.text("regions")).filter(path -> !path.isEmpty()).map(Path::of);
    routes = keys.text("routes");
    proxies = keys.typed("proxies", SettingForms::networks, "networks such as 10.0.0.0/8,::1");
    observe = keys.typed("observe", SettingForms::networks, "networks such as 10.0.0.0/8,::1");
    logs = keys.typed("logs", Logging.Form::read, "text or json");
    logsItems = keys.typed("logs.items", SettingForms::yesOrNo, "true or false");
    node = keys.text("node");
    traces =
        keys.typed(
            "traces", SettingForms::collector, "an address such as http://collector:4318 or empty");
    tracesShare = keys.number("traces.share", 1, 100);
    bounds = Bounds.of(name -> keys.number("limit." + name, 1, 100_000_000));
    keys.throwIfAnyIsBad();
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

  /** What no database holds and nobody can make again, by its name in a backup. */
  Map<String, Path> irreplaceable() {
    return Map.of("submit.token", token(), "letters.secret", letterSecret(), "readers", readers);
  }

  /** Where the embedded broker keeps its messages. */
  Path journal() {
    return home.resolve("journal");
  }

  /** Where a backup asks the running wire for what is in its journal. */
  Path backupDesk() {
    return home.resolve("backup-desk");
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
    return values;
  }

  /** The shipped keys with their shipped values. */
  static Properties shipped() {
    return Keys.shipped();
  }
}
