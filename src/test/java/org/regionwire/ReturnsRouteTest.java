package org.regionwire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.regionwire.digest.Tokens;
import org.regionwire.digest.mail.MailServers;
import org.regionwire.digest.mail.ReturnAddresses;

/** The mailbox to which letters come back, read by the wire as it runs. */
class ReturnsRouteTest {
  private static final String PASSWORD = "p@ss)w&rd";
  private static final Pattern CONFIRM = Pattern.compile("http[^\\s\"]+/confirm/[^\\s\"]+");
  private static final Pattern MANAGE = Pattern.compile("http[^\\s\"]+/manage/[^\\s\"]+");

  @TempDir Path home;
  private final HttpClient client = HttpClient.newHttpClient();
  private final GreenMail mailbox = new GreenMail(MailServers.on(ServerSetup.PROTOCOL_IMAP));
  private GreenMailUser postmaster;
  private WireInside wire;

  @BeforeEach
  void start() throws Exception {
    mailbox.start();
    postmaster = mailbox.setUser("bounces@example.org", "bounces", PASSWORD);
    String url = "imap://bounces:p%40ss)w%26rd@127.0.0.1:" + mailbox.getImap().getPort() + "/INBOX";
    wire = new WireInside(home, Map.of("REGIONWIRE_MAIL_RETURNS", url), () -> {});
  }

  @AfterEach
  void stop() throws Exception {
    wire.close();
    mailbox.stop();
  }

  @Test
  void what_comes_back_is_done_and_what_is_unclear_waits_for_a_person() throws Exception {
    String ann = manageLink("ann");
    String ben = manageLink("ben");
    String cat = manageLink("cat");
    assertThat(page(ann) + page(ben) + page(cat)).doesNotContain("You get no letters.");

    String person = ann.replaceFirst(".*/manage/", "").replaceFirst("\\..*", "");
    String leave = addresses().toLeave(person).replaceFirst("mailto:(.*)\\?.*", "$1");
    arrives("From: ann@example.org\r\nTo: " + leave + "\r\nSubject: unsubscribe\r\n\r\n\r\n");
    arrives(bounceOf(idOfLetterTo("ben")));
    arrives(bounceOf(idOfLetterTo("ben")));
    arrives("From: dan@example.org\r\nSubject: Hello\r\n\r\nWho are you?\r\n");

    await().atMost(Duration.ofSeconds(60)).until(() -> in("wire-unclear") == 1);
    await().atMost(Duration.ofSeconds(60)).until(() -> in("wire-done") == 3);
    await().untilAsserted(() -> assertThat(in("INBOX")).isZero());
    assertThat(page(ann)).contains("You get no letters.");
    assertThat(page(ben)).contains("You get no letters.");
    assertThat(page(cat)).doesNotContain("You get no letters.");
  }

  /** After a subscription is asked for, confirmed, and the links are asked for. */
  private String manageLink(String who) throws Exception {
    posts("/subscriptions", "email=" + who + "%40example.org&regions=malmo");
    posts(found(CONFIRM, letterWith(who, CONFIRM)), "");
    posts("/unsubscribe", "email=" + who + "%40example.org");
    return found(MANAGE, letterWith(who, MANAGE));
  }

  private ReturnAddresses addresses() throws Exception {
    var tokens =
        new Tokens(SecretFile.in(wire.settings.letterSecret(), new SecureRandom()).bytes());
    return new ReturnAddresses(wire.settings.mailBounces, tokens::seal);
  }

  private String bounceOf(String letter) throws Exception {
    try (var in = getClass().getResourceAsStream("/returned/postfix-unknown.eml")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .replace("\n", "\r\n")
          .replace("{bounce}", addresses().ofLetter(letter));
    }
  }

  private void arrives(String text) throws Exception {
    var bytes = new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    postmaster.deliver(new MimeMessage(Session.getInstance(new Properties()), bytes));
  }

  private int in(String folder) {
    var store = mailbox.getManagers().getImapHostManager();
    var found = store.getFolder(postmaster, folder);
    return found == null ? 0 : found.getMessageCount();
  }

  private void posts(String path, String form) throws Exception {
    var to = path.startsWith("http") ? URI.create(path) : URI.create(wire.settings.base + path);
    var request =
        HttpRequest.newBuilder(to)
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(HttpRequest.BodyPublishers.ofString(form))
            .build();
    assertThat(client.send(request, BodyHandlers.ofString()).statusCode()).isLessThan(300);
  }

  private String page(String address) throws Exception {
    var request = HttpRequest.newBuilder(URI.create(address)).build();
    return client.send(request, BodyHandlers.ofString()).body();
  }

  private String letterWith(String who, Pattern link) {
    return await()
        .atMost(Duration.ofSeconds(20))
        .until(
            () -> lettersTo(who).values().stream().filter(link.asPredicate()).findFirst(),
            Optional::isPresent)
        .orElseThrow();
  }

  private String idOfLetterTo(String who) throws Exception {
    return lettersTo(who).keySet().iterator().next().replaceFirst(".*-(.*)\\.eml", "$1");
  }

  /** By file. */
  private Map<String, String> lettersTo(String who) throws Exception {
    var letters = new java.util.TreeMap<String, String>();
    if (Files.isDirectory(home.resolve("outbox"))) {
      try (Stream<Path> files = Files.list(home.resolve("outbox"))) {
        for (Path file : files.filter(one -> one.toString().endsWith(".eml")).toList()) {
          String text = Files.readString(file).replace("=\r\n", "").replace("=3D", "=");
          if (text.contains("To: " + who + "@")) {
            letters.put(file.getFileName().toString(), text);
          }
        }
      }
    }
    return letters;
  }

  private static String found(Pattern pattern, String text) {
    var matcher = pattern.matcher(text);
    assertThat(matcher.find()).as(text).isTrue();
    return matcher.group();
  }
}
