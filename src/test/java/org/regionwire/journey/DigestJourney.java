package org.regionwire.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.icegreen.greenmail.junit5.GreenMailExtension;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.regionwire.digest.mail.MailServers;
import org.regionwire.journey.Newsroom.Reply;

/** A letter's way to a person: asked for, confirmed, sent once a day, ended. */
class DigestJourney {
  private static final Pattern ADDRESS = Pattern.compile("https?://[^\\s>]+");
  private static final ZoneId ZONE = ZoneId.of("Europe/Brussels");
  private static final String ANN = "ann@example.org";
  private static final String BOB = "bob@example.org";

  @RegisterExtension
  final GreenMailExtension mail = new GreenMailExtension(MailServers.on(ServerSetup.PROTOCOL_SMTP));

  @TempDir private Path home;
  private Newsroom newsroom;

  @BeforeEach
  void open() {
    String outbox = "smtp://127.0.0.1:" + mail.getSmtp().getPort();
    newsroom = new Newsroom(home, Map.of("mail", outbox)).opens();
  }

  @AfterEach
  void close() {
    newsroom.close();
  }

  @Test
  void a_subscriber_gets_one_digest_a_day_with_the_right_items_until_unsubscribing()
      throws Exception {
    publishes(Sample.CONFERENCE.bytes(), Sample.CONFERENCE.mediaType());
    subscribes(ANN);
    subscribes(BOB);
    MimeMessage asksAnn = awaitLetter(ANN, 1);
    MimeMessage asksBob = awaitLetter(BOB, 1);
    followsEveryLinkOf(asksAnn);
    followsEveryLinkOf(asksBob);
    presses(link(asksAnn, "/confirm/"));

    for (Sample sample : Sample.ALL) {
      publishes(sample.bytes(), sample.mediaType());
    }
    runs(1);
    runs(1);
    MimeMessage digest = awaitLetter(ANN, 2);
    assertThat(text(digest))
        .contains(Sample.OPEN_DAYS.title(), Sample.SEMINAR.title(), Sample.SEMINAR.when())
        .doesNotContain(Sample.CONFERENCE.title(), Sample.WORKSHOPS.title())
        .containsOnlyOnce(Sample.OPEN_DAYS.title())
        .containsOnlyOnce(Sample.SEMINAR.title());

    followsEveryLinkOf(digest);
    publishes(json("A second day"), "application/json");
    runs(2);
    MimeMessage second = awaitLetter(ANN, 3);
    assertThat(text(second)).contains("A second day").doesNotContain(Sample.SEMINAR.title());

    Reply end = newsroom.postsForm(oneClick(second), "List-Unsubscribe=One-Click");
    assertThat(end.status()).isEqualTo(200);
    publishes(json("A third day"), "application/json");
    runs(3);
    assertThat(lettersTo(ANN)).hasSize(3);
    assertThat(lettersTo(BOB)).as("bob only looked at his link").hasSize(1);
    assertThat(newsroom.stops()).isIn(0, 143);
  }

  @Test
  void who_is_erased_is_nowhere_on_the_disk() throws Exception {
    subscribes(ANN);
    presses(link(awaitLetter(ANN, 1), "/confirm/"));
    publishes(json("A day before"), "application/json");
    runs(1);
    String manage = link(awaitLetter(ANN, 2), "/manage/");
    followsEveryLinkOf(lettersTo(ANN).get(1));
    assertThat(newsroom.gets(manage + "/export").body()).contains(ANN);
    assertThat(filesWith(ANN)).isNotEmpty();
    assertThat(newsroom.postsForm(manage, "action=erase").status()).isEqualTo(200);
    assertThat(filesWith(ANN)).isEmpty();
    assertThat(newsroom.gets(manage).status()).isEqualTo(404);
    publishes(json("A day after"), "application/json");
    runs(2);
    assertThat(lettersTo(ANN)).hasSize(2);
  }

  private List<Path> filesWith(String words) throws IOException {
    try (Stream<Path> files = Files.walk(home)) {
      return files.filter(Files::isRegularFile).filter(file -> holds(file, words)).toList();
    }
  }

  private static boolean holds(Path file, String words) {
    try {
      return Files.readString(file, StandardCharsets.ISO_8859_1).contains(words);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void subscribes(String address) throws IOException {
    String fields =
        "email="
            + address.replace("@", "%40")
            + "&regions=brussels&kind=&time=08%3A00&zone=Europe%2FBrussels&format=html";
    assertThat(newsroom.postsForm("/subscriptions", fields).status()).isEqualTo(202);
  }

  private void presses(String link) throws IOException {
    assertThat(newsroom.postsForm(link, "").status()).isEqualTo(200);
  }

  private void publishes(byte[] item, String mediaType) throws IOException {
    Reply reply = newsroom.posts(mediaType, item, "Prefer", "wait=20");
    assertThat(reply.status()).as(reply.body()).isEqualTo(201);
  }

  private static byte[] json(String title) {
    return """
        {"title": "%s", "regions": ["brussels"]}"""
        .formatted(title)
        .getBytes(StandardCharsets.UTF_8);
  }

  /** The digests of half past eight, so many days from now. */
  private void runs(int days) {
    var at = LocalDate.now(ZONE).plusDays(days).atTime(LocalTime.of(8, 30)).atZone(ZONE);
    newsroom.runs("digest", "run", "--at", at.toOffsetDateTime().toString());
  }

  /** As mail scanners do. */
  private void followsEveryLinkOf(MimeMessage letter) throws Exception {
    List<String> links = links(letter);
    assertThat(links).isNotEmpty();
    for (String link : links) {
      assertThat(newsroom.gets(link).status()).as(link).isEqualTo(200);
    }
  }

  private static String link(MimeMessage letter, String part) throws Exception {
    return links(letter).stream().filter(link -> link.contains(part)).findFirst().orElseThrow();
  }

  private static String oneClick(MimeMessage letter) throws MessagingException {
    assertThat(letter.getHeader("List-Unsubscribe-Post"))
        .containsExactly("List-Unsubscribe=One-Click");
    String both = letter.getHeader("List-Unsubscribe")[0];
    assertThat(both).contains(">,").contains("<mailto:");
    return both.substring(1, both.indexOf('>'));
  }

  private static List<String> links(MimeMessage letter) throws Exception {
    Matcher found = ADDRESS.matcher(text(letter));
    return found.results().map(result -> result.group()).distinct().toList();
  }

  /** Its text for people without HTML. */
  private static String text(MimeMessage letter) throws MessagingException, IOException {
    if (letter.getContent() instanceof Multipart parts) {
      BodyPart first = parts.getBodyPart(0);
      assertThat(first.isMimeType("text/plain")).isTrue();
      return first.getContent().toString().replace("\r\n", "\n");
    }
    return letter.getContent().toString();
  }

  private MimeMessage awaitLetter(String to, int number) throws MessagingException {
    await().atMost(Duration.ofSeconds(30)).until(() -> lettersTo(to).size() >= number);
    assertThat(lettersTo(to)).hasSize(number);
    return lettersTo(to).get(number - 1);
  }

  private List<MimeMessage> lettersTo(String address) throws MessagingException {
    List<MimeMessage> letters = new java.util.ArrayList<>();
    for (MimeMessage message : mail.getReceivedMessages()) {
      if (Arrays.toString(message.getAllRecipients()).contains(address)) {
        letters.add(message);
      }
    }
    return letters;
  }
}
