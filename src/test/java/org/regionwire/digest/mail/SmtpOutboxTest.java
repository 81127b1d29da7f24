package org.regionwire.digest.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetup;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Pattern;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.regionwire.news.Ports;

class SmtpOutboxTest {
  @Test
  void letters_arrive_several_over_one_connection() throws Exception {
    var greenMail = new GreenMail(MailServers.on(ServerSetup.PROTOCOL_SMTP));
    greenMail.start();
    try (var outbox = open("smtp://127.0.0.1:" + greenMail.getSmtp().getPort())) {
      assertThat(outbox.send(Mails.mail("a", "ann@example.org", "Ett – två")).kind())
          .isEqualTo(Outcome.Kind.ACCEPTED);
      assertThat(outbox.send(Mails.mail("b", "ben@example.org", "Two")).kind())
          .isEqualTo(Outcome.Kind.ACCEPTED);
    }
    var received = greenMail.getReceivedMessages();
    assertThat(received).hasSize(2);
    assertThat(received[0].getSubject()).isEqualTo("Ett – två");
    assertThat(received[0].getHeader("Return-Path")).containsExactly("<bounce+a@wire.example.org>");
    assertThat(received[0].getMessageID()).isEqualTo("<a@wire.example.org>");
    assertThat(GreenMailUtil.getWholeMessage(received[0]))
        .contains("List-Unsubscribe-Post: List-Unsubscribe=One-Click");
    greenMail.stop();
  }

  @Test
  void a_server_with_users_gets_name_and_password() {
    var greenMail = new GreenMail(MailServers.on(ServerSetup.PROTOCOL_SMTP));
    greenMail.start();
    greenMail.setUser("wire@example.org", "wire", "p@ss:word");
    int port = greenMail.getSmtp().getPort();
    try (var outbox = open("smtp://wire:p%40ss%3Aword@127.0.0.1:" + port);
        var wrong = open("smtp://wire:wrong@127.0.0.1:" + port)) {
      assertThat(outbox.send(Mails.to("ann@example.org")).kind()).isEqualTo(Outcome.Kind.ACCEPTED);
      assertThat(wrong.send(Mails.to("ann@example.org")).kind()).isEqualTo(Outcome.Kind.DEFERRED);
    }
    greenMail.stop();
  }

  @Test
  void a_server_whose_certificate_nobody_vouches_for_gets_nothing() {
    var greenMail = new GreenMail(MailServers.on(ServerSetup.PROTOCOL_SMTPS));
    greenMail.start();
    try (var outbox = open("smtps://127.0.0.1:" + greenMail.getSmtps().getPort())) {
      assertThat(outbox.send(Mails.to("ann@example.org")).kind()).isEqualTo(Outcome.Kind.DEFERRED);
    }
    assertThat(greenMail.getReceivedMessages()).isEmpty();
    greenMail.stop();
  }

  @Test
  void nobody_there_defers_the_letter() throws IOException {
    try (var outbox = open("smtp://127.0.0.1:" + Ports.free())) {
      assertThat(outbox.send(Mails.to("ann@example.org")).kind()).isEqualTo(Outcome.Kind.DEFERRED);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "RCPT, 550 5.1.1 no such user, REJECTED",
    "RCPT, 450 4.2.1 greylisted, DEFERRED",
    "RCPT, 452 4.2.2 mailbox full, DEFERRED",
    "RCPT, 421 4.7.0 too many from you, DEFERRED",
    "RCPT, 552 5.2.2 mailbox full for good, REJECTED",
    "RCPT, 550 5.7.1 blocked, REJECTED",
    "RCPT, HANG UP, DEFERRED",
    "MAIL, 530 5.7.0 Must issue a STARTTLS command first, DEFERRED",
    "MAIL, 550 5.7.1 we do not like you, DEFERRED",
    "MAIL, 421 4.3.2 shutting down, DEFERRED",
    "DATA, 554 5.6.0 we do not like that, REJECTED",
    "DATA, 451 4.3.0 later, DEFERRED",
    "DATA, HANG UP, DEFERRED",
    "., 554 5.6.0 we do not like that, REJECTED",
    "., 451 4.3.0 later, DEFERRED",
    "., HANG UP, UNCERTAIN",
    "., 250 2.0.0 queued as 4711, ACCEPTED",
  })
  void what_the_server_answers_decides(String command, String answer, Outcome.Kind kind)
      throws Exception {
    try (var server = new ScriptedServer(Map.of(command, answer));
        var outbox = open("smtp://127.0.0.1:" + server.port())) {
      var outcome = outbox.send(Mails.to("ann@example.org"));
      assertThat(outcome.kind()).as(outcome.reply()).isEqualTo(kind);
      if (!answer.equals("HANG UP")) {
        assertThat(outcome.reply()).contains(answer.substring(4));
      }
    }
  }

  @ParameterizedTest
  @CsvSource({
    "220, DRIP, DEFERRED", // before it is greeted
    "MAIL, DRIP, DEFERRED",
    "DATA, SILENCE, DEFERRED",
    "., DRIP, UNCERTAIN", // after the last dot
    "., SILENCE, UNCERTAIN",
  })
  @Timeout(60)
  void a_server_that_answers_a_byte_now_and_then_does_not_hold_a_letter(
      String command, String how, Outcome.Kind kind) throws Exception {
    // all that comes before the last dot has to fit in, on a slow machine too
    var longest = Duration.ofMillis(command.equals(".") ? 4_000 : 600);
    try (var server = new ScriptedServer(Map.of(command, how));
        var outbox = open("smtp://127.0.0.1:" + server.port(), longest)) {
      long before = System.nanoTime();
      var outcome = outbox.send(Mails.to("ann@example.org"));
      assertThat(outcome.kind()).as(outcome.reply()).isEqualTo(kind);
      assertThat(Duration.ofNanos(System.nanoTime() - before)).isGreaterThanOrEqualTo(longest);
    }
  }

  @Test
  void a_server_without_encryption_gets_no_password() throws Exception {
    try (var server = new ScriptedServer(Map.of());
        var outbox = open("smtp://wire:secret@0.0.0.0:" + server.port())) {
      var outcome = outbox.send(Mails.to("ann@example.org"));
      assertThat(outcome.kind()).as(outcome.reply()).isEqualTo(Outcome.Kind.DEFERRED);
      outbox.close();
      assertThat(server.heard()).noneMatch(line -> line.startsWith("AUTH"));
    }
  }

  @Test
  void a_letter_that_is_taken_back_never_gets_its_final_dot() throws Exception {
    try (var server = new ScriptedServer(Map.of());
        var outbox = open("smtp://127.0.0.1:" + server.port())) {
      var outcome = outbox.send(Mails.to("ann@example.org"), () -> false);
      assertThat(outcome.kind()).isEqualTo(Outcome.Kind.DEFERRED);
      assertThat(server.heard()).contains("DATA").doesNotContain(".");
    }
  }

  @Test
  void an_address_beyond_ascii_travels_in_utf_8() throws Exception {
    var extensions = Map.of("EHLO", "250-sink\r\n250-8BITMIME\r\n250 SMTPUTF8");
    try (var server = new ScriptedServer(extensions);
        var outbox = open("smtp://127.0.0.1:" + server.port())) {
      var outcome = outbox.send(Mails.mail("a", "åsa@example.org", "Två – 三"));
      assertThat(outcome.kind()).as(outcome.reply()).isEqualTo(Outcome.Kind.ACCEPTED);
      outbox.close();
      assertThat(server.heard())
          .contains("RCPT TO:<åsa@example.org>", "To: åsa@example.org", "Subject: Två – 三")
          .filteredOn(line -> line.startsWith("MAIL"))
          .singleElement(InstanceOfAssertFactories.STRING)
          .contains(" SMTPUTF8")
          .contains(" BODY=8BITMIME");
    }
  }

  @Test
  void an_address_in_ascii_asks_for_nothing_special() throws Exception {
    var extensions = Map.of("EHLO", "250-sink\r\n250-8BITMIME\r\n250 SMTPUTF8");
    try (var server = new ScriptedServer(extensions);
        var outbox = open("smtp://127.0.0.1:" + server.port())) {
      outbox.send(Mails.mail("a", "asa@example.org", "Två – 三"));
      outbox.close();
      assertThat(server.heard())
          .contains("MAIL FROM:<bounce+a@wire.example.org>")
          .noneMatch(line -> line.startsWith("Subject: T"));
    }
  }

  @Test
  void an_address_beyond_ascii_waits_for_a_server_that_takes_it() throws Exception {
    try (var server = new ScriptedServer(Map.of());
        var outbox = open("smtp://127.0.0.1:" + server.port())) {
      var outcome = outbox.send(Mails.mail("a", "åsa@example.org", "One"));
      assertThat(outcome.kind()).isEqualTo(Outcome.Kind.DEFERRED);
      assertThat(outcome.reply()).contains("does not offer SMTPUTF8");
      assertThat(server.heard()).noneMatch(line -> line.startsWith("MAIL"));
    }
  }

  @ParameterizedTest
  @CsvSource({"SMTPUTF8, true", "SIZE 100000, false"})
  void the_server_is_asked_whether_it_takes_addresses_beyond_ascii(String extension, boolean takes)
      throws Exception {
    try (var server = new ScriptedServer(Map.of("EHLO", "250-sink\r\n250 " + extension));
        var outbox = open("smtp://127.0.0.1:" + server.port())) {
      assertThat(outbox.onlyAscii().isEmpty()).isEqualTo(takes);
      assertThat(outbox.onlyAscii().isEmpty()).as("once").isEqualTo(takes);
      assertThat(server.heard()).noneMatch(line -> line.startsWith("MAIL"));
    }
  }

  @Test
  void only_a_policy_is_about_us() {
    assertThat(new Outcome(Outcome.Kind.REJECTED, "550 5.7.1 blocked").isAboutUs()).isTrue();
    assertThat(new Outcome(Outcome.Kind.DEFERRED, "421-4.7.28 slow down").isAboutUs()).isTrue();
    assertThat(new Outcome(Outcome.Kind.REJECTED, "550 5.1.1 no 15.7.1").isAboutUs()).isFalse();
    assertThat(new Outcome(Outcome.Kind.ACCEPTED, "250 2.0.0 as 5.7.1").isAboutUs()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "folder:",
        "smtp:mail",
        "smtp://",
        "http://mail",
        "smtp://me:se cret@mail",
        "smtp://secret@mail"
      })
  void an_address_that_is_none_is_refused_without_repeating_it(String url) {
    assertThatThrownBy(() -> open(url))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageNotContaining("cret@")
        .hasNoCause();
  }

  private static Outbox open(String url) {
    return Outbox.open(url, Clock.systemUTC(), Mails.UNSIGNED);
  }

  private static Outbox open(String url, Duration longest) {
    return new SmtpOutbox(SmtpServer.parse(url), longest, Clock.systemUTC(), Mails.UNSIGNED);
  }

  /** Answers one command in its own way, and one client only. */
  private static final class ScriptedServer implements AutoCloseable {
    private static final Pattern HEADERS = Pattern.compile("To: |Subject: ");
    private final ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
    private final Map<String, String> answers;
    private final CompletableFuture<List<String>> talk;

    ScriptedServer(Map<String, String> answers) throws IOException {
      this.answers = answers;
      this.talk = CompletableFuture.supplyAsync(this::serve);
    }

    int port() {
      return socket.getLocalPort();
    }

    /** When the client has gone. */
    List<String> heard() {
      return talk.join();
    }

    private List<String> serve() {
      var heard = new ArrayList<String>();
      try (var client = socket.accept();
          var in =
              new BufferedReader(
                  new InputStreamReader(client.getInputStream(), StandardCharsets.UTF_8))) {
        if (answers.containsKey("220")) {
          drip(client);
        }
        say(client.getOutputStream(), "220 ready");
        boolean data = false;
        for (String line = in.readLine(); line != null; line = in.readLine()) {
          if (data && !line.equals(".")) {
            if (HEADERS.matcher(line).lookingAt()) {
              heard.add(line);
            }
            continue;
          }
          heard.add(line);
          String verb = line.equals(".") ? "." : line.substring(0, 4);
          String answer = answers.getOrDefault(verb, verb.equals("DATA") ? "354 go on" : "250 ok");
          if (answer.equals("HANG UP")) {
            return heard;
          }
          if (answer.equals("DRIP")) {
            drip(client);
          }
          if (answer.equals("SILENCE")) {
            in.readLine();
            return heard;
          }
          data = verb.equals("DATA") && answer.startsWith("354");
          say(client.getOutputStream(), answer);
        }
      } catch (IOException e) {
        heard.add(e.toString());
      }
      return heard;
    }

    /** An answer without an end. */
    private static void drip(Socket client) throws IOException {
      client.setSoTimeout(50);
      while (true) {
        client.getOutputStream().write('2');
        try {
          if (client.getInputStream().read() < 0) {
            throw new IOException("the client is gone");
          }
        } catch (SocketTimeoutException e) {
          assertThat(e).isNotNull();
        }
      }
    }

    private static void say(java.io.OutputStream out, String line) throws IOException {
      out.write((line + "\r\n").getBytes(StandardCharsets.US_ASCII));
      out.flush();
    }

    @Override
    public void close() throws IOException {
      socket.close();
      talk.join();
    }
  }
}
