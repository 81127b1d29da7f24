package org.regionwire.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConditionsTest {
  private final Variant plain = Variant.identity("feed".getBytes(StandardCharsets.UTF_8));
  private final Variant gzip = Variant.gzip(plain);

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "PLAIN | plain",
        "GZIP | gzip",
        "W/PLAIN | plain",
        "W/GZIP | gzip",
        "* | gzip",
        "\"a\", PLAIN | plain",
        "\"a\",W/PLAIN,\"b\" | plain",
        "PLAIN,GZIP | gzip",
        "\"a\" | none",
        "\"\" | none",
        "xPLAIN | none",
        "w/PLAIN | none",
        "PLAINx | none",
        "bare | none",
        "'' | none"
      })
  void a_tag_is_recognised_in_every_form(String header, String found) {
    String written =
        header
            .replace("PLAIN", plain.etag())
            .replace("GZIP", gzip.etag())
            .replace("bare", plain.etag().replace("\"", ""));
    assertThat(found(written)).isEqualTo(found);
  }

  private String found(String header) {
    if (IfNoneMatch.matches(header, gzip)) {
      return "gzip";
    }
    return IfNoneMatch.lists(header, plain) ? "plain" : "none";
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "gzip | true",
        "GZIP | true",
        "x-gzip | true",
        "gzip, deflate, br | true",
        "deflate, gzip;q=1.0, *;q=0.5 | true",
        "br;q=1.0, gzip;q=0.8 | true",
        "* | true",
        "gzip;q=0 | false",
        "gzip;q=0.000 | false",
        "gzip ; q=0 | false",
        "*;q=0 | false",
        "gzip;q=0, * | false",
        "gzip;q=0.001 | true",
        "identity | false",
        "identity, gzip;q=0.5 | false",
        "identity;q=0.5, gzip | true",
        "deflate, br | false",
        "gzipped | false",
        "gzip;q=nonsense | false",
        "'' | false",
        "',' | false"
      })
  void gzip_is_sent_to_whoever_wants_it(String header, boolean wanted) {
    assertThat(AcceptEncoding.wantsGzip(header)).isEqualTo(wanted);
  }
}
