package org.regionwire.intake.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.regionwire.intake.Desk;
import org.regionwire.news.Format;

class AtomEntryTest {
  private static final String ENTRY = "<entry xmlns=\"http://www.w3.org/2005/Atom\">%s</entry>";

  private final Desk desk = new Desk();

  @Test
  void a_latvian_entry_is_read() {
    var item =
        desk.accepts(
            Format.ATOM_ENTRY,
            """
            <?xml version="1.0" encoding="utf-8"?>
            <a:entry xmlns:a="http://www.w3.org/2005/Atom" xmlns="http://www.w3.org/1999/xhtml" xml:lang="lv">
              <a:id>tag:riga.lv,2026:1</a:id>
              <a:source><a:title>Cita plūsma</a:title></a:source>
              <a:title type="html">Rīgā tiekas &lt;b&gt;klasteri&lt;/b&gt; &amp;amp; uzņēmēji</a:title>
              <a:summary>Šķērsām jūrai</a:summary>
              <a:content type="xhtml"><div><p>Pirmā<br/>rinda &amp; <em>otrā</em></p><script>x</script></div></a:content>
              <a:link href="https://riga.lv/en"/><a:link rel="self" href="https://riga.lv/self"/>
              <a:link rel="enclosure" href="https://riga.lv/a.pdf" type="application/pdf" length="12"/>
              <a:published>2026-05-01T09:30:00Z</a:published>
              <a:author><a:name>Jānis Bērziņš</a:name><a:email>j@riga.lv</a:email></a:author>
              <a:category term="ict"/><a:category term="maritime" scheme="https://regionwire.org/topics"/>
              <a:category term="LV-RIX" scheme="https://regionwire.org/regions"/>
              <a:category term="news" scheme="https://regionwire.org/kind"/>
              <a:category term="whatever" scheme="https://other.example/"/>
            </a:entry>
            """);
    assertThat(item.title()).isEqualTo("Rīgā tiekas klasteri & uzņēmēji");
    assertThat(item.summary()).contains("Šķērsām jūrai");
    assertThat(item.content()).contains("<div><p>Pirmā<br />rinda &amp; <em>otrā</em></p></div>");
    assertThat(item.link()).contains(URI.create("https://riga.lv/en"));
    assertThat(item.language()).contains("lv");
    assertThat(item.author()).contains("Jānis Bērziņš");
    assertThat(item.topics()).containsExactly("ict", "maritime");
    assertThat(item.regions()).containsExactly("riga");
    assertThat(item.attachments()).hasSize(1);
    assertThat(item.origin().senderId()).contains("tag:riga.lv,2026:1");
  }

  @Test
  void text_content_is_never_taken_for_markup_and_html_content_never_for_text() {
    var text = "<title>x</title><content>a &lt;b> c</content>";
    assertThat(desk.accepts(Format.ATOM_ENTRY, ENTRY.formatted(text)).content())
        .contains("<p>a &lt;b&gt; c</p>");
    var html = "<title>x</title><content type='html'>K&amp;oslash;ge</content>";
    assertThat(desk.accepts(Format.ATOM_ENTRY, ENTRY.formatted(html)).content())
        .contains("<p>Køge</p>");
  }

  @Test
  void the_encoding_that_the_xml_declares_is_used() {
    var entry =
        "<?xml version='1.0' encoding='ISO-8859-1'?>" + ENTRY.formatted("<title>Malmö</title>");
    byte[] body = entry.getBytes(StandardCharsets.ISO_8859_1);
    assertThat(desk.accepts(Desk.submission(Format.ATOM_ENTRY, body)).title()).isEqualTo("Malmö");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "<!DOCTYPE entry><entry xmlns='http://www.w3.org/2005/Atom'/> | has a DOCTYPE",
        "<!DOCTYPE entry [<!ENTITY x SYSTEM 'file:///etc/passwd'>]><entry xmlns='http://www.w3.org/2005/Atom'><title>&x;</title></entry> | has a DOCTYPE",
        "<!DOCTYPE entry [<!ENTITY a 'ha'><!ENTITY b '&a;&a;&a;&a;'>]><entry xmlns='http://www.w3.org/2005/Atom'><title>&b;</title></entry> | has a DOCTYPE",
        "<!DOCTYPE entry [<!ENTITY % a SYSTEM 'file:///etc/passwd'> %a;]><entry/> | has a DOCTYPE",
        "<entry xmlns='http://www.w3.org/2005/Atom'><title>&nbsp;</title></entry> | line 1, column",
        "<entry xmlns='http://www.w3.org/2005/Atom'><title>&#1;</title></entry> | line 1, column",
        "<entry xmlns='http://www.w3.org/2005/Atom'><title>x</entry> | line 1, column",
        "<entry xmlns='http://www.w3.org/2005/Atom'/><b/> | line 1, column",
        "<entry/> | not an Atom entry",
        "<feed xmlns='http://www.w3.org/2005/Atom'/> | not an Atom entry",
        "<entry xmlns='http://www.w3.org/2005/Atom'><content src='http://x.y/'/></entry> | /content lies elsewhere",
        "{} | line 1, column 1"
      })
  void bad_xml_is_refused(String xml, String said) {
    var refused = desk.refuses(Format.ATOM_ENTRY, xml);
    assertThat(refused.status()).isEqualTo(400);
    assertThat(refused).hasMessageContaining(said);
  }

  @Test
  void deep_or_wide_xml_is_refused() {
    assertThat(desk.refuses(Format.ATOM_ENTRY, ENTRY.formatted("<a>".repeat(100_000))))
        .hasMessageContaining("nested more than 50 deep");
    assertThat(desk.refuses(Format.ATOM_ENTRY, ENTRY.formatted("<a xmlns='b'/>".repeat(1_001))))
        .hasMessageContaining("more than 1,000 namespaces");
  }
}
