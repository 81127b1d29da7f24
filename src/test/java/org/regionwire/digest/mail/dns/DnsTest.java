package org.regionwire.digest.mail.dns;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import javax.naming.NamingException;
import org.junit.jupiter.api.Test;
import org.regionwire.digest.mail.dns.Wanted.Found;

class DnsTest {
  private static final Wanted SPF =
      Wanted.all(
              "example.org",
              "example.org",
              Optional.of("mx.example.org"),
              List.of(),
              "a@example.org")
          .get(0);

  @Test
  void a_record_is_found_whatever_else_is_under_its_name() throws Exception {
    try (var server = new Server("v=spf1 a:mx.example.org -all", "another=thing")) {
      var texts = new Dns(server.address()).texts("example.org");
      assertThat(texts).hasSize(2);
      assertThat(SPF.in(texts)).isEqualTo(Found.AS_WANTED);
    }
  }

  @Test
  void a_long_record_comes_in_pieces() throws Exception {
    String key = "v=DKIM1; k=rsa; p=" + "A".repeat(392);
    var wanted = new Wanted("DKIM", "s._domainkey.example.org", key, "v=DKIM1");
    try (var server = new Server(key)) {
      assertThat(wanted.in(new Dns(server.address()).texts(wanted.name())))
          .isEqualTo(Found.AS_WANTED);
    }
  }

  @Test
  void another_record_of_the_kind_is_told_from_none() {
    assertThat(SPF.in(List.of("v=spf1 include:relay.example -all"))).isEqualTo(Found.OTHERWISE);
    assertThat(SPF.in(List.of("unrelated"))).isEqualTo(Found.MISSING);
    assertThat(SPF.in(List.of())).isEqualTo(Found.MISSING);
  }

  @Test
  void a_server_that_cannot_be_asked_is_no_missing_record() throws Exception {
    int port;
    try (var free = new DatagramSocket(0, InetAddress.getLoopbackAddress())) {
      port = free.getLocalPort();
    }
    assertThatThrownBy(() -> new Dns("127.0.0.1:" + port).texts("example.org"))
        .isInstanceOf(NamingException.class);
  }

  @Test
  void an_address_of_a_mail_server_is_no_name() {
    var all =
        Wanted.all("example.org", "b.example.org", Optional.of("192.0.2.1"), List.of(), "a@b.org");
    assertThat(all.get(0).text()).isEqualTo("v=spf1 ip4:192.0.2.1 -all");
    assertThat(all.get(0).name()).isEqualTo("b.example.org");
    assertThat(all.get(1).name()).isEqualTo("_dmarc.example.org");
  }

  /** Answers every question with the same texts (RFC 1035 section 4). */
  private static final class Server implements AutoCloseable {
    private final DatagramSocket socket;
    private final List<String> texts;

    Server(String... texts) throws IOException {
      this.socket = new DatagramSocket(0, InetAddress.getLoopbackAddress());
      this.texts = List.of(texts);
      var thread = new Thread(this::serve, "dns");
      thread.setDaemon(true);
      thread.start();
    }

    String address() {
      return "127.0.0.1:" + socket.getLocalPort();
    }

    private void serve() {
      try {
        while (!socket.isClosed()) {
          var question = new DatagramPacket(new byte[512], 512);
          socket.receive(question);
          byte[] answer = answer(question.getData(), question.getLength());
          socket.send(new DatagramPacket(answer, answer.length, question.getSocketAddress()));
        }
      } catch (IOException e) {
        // It was closed.
      }
    }

    private byte[] answer(byte[] question, int length) throws IOException {
      int end = 12;
      while (question[end] != 0) {
        end += question[end] + 1;
      }
      end += 5;
      var bytes = new ByteArrayOutputStream();
      var out = new DataOutputStream(bytes);
      out.write(question, 0, 2);
      out.writeShort(0x8580);
      out.writeShort(1);
      out.writeShort(texts.size());
      out.writeInt(0);
      out.write(question, 12, end - 12);
      for (String text : texts) {
        out.writeShort(0xc00c);
        out.writeShort(16);
        out.writeShort(1);
        out.writeInt(60);
        byte[] strings = strings(text);
        out.writeShort(strings.length);
        out.write(strings);
      }
      return bytes.toByteArray();
    }

    private static byte[] strings(String text) {
      var bytes = new ByteArrayOutputStream();
      for (int i = 0; i < text.length(); i += 255) {
        String part = text.substring(i, Math.min(text.length(), i + 255));
        bytes.write(part.length());
        bytes.writeBytes(part.getBytes(StandardCharsets.US_ASCII));
      }
      return bytes.toByteArray();
    }

    @Override
    public void close() {
      socket.close();
    }
  }
}
