package org.regionwire.feeds.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The Accept headers that programs send, as their sources and their users' logs have them. */
class AudienceTest {
  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      value = {
        "Firefox 132 and later | text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8",
        "Firefox 92 to 131 | text/html,application/xhtml+xml,application/xml;q=0.9,image/avif,image/webp,image/png,image/svg+xml,*/*;q=0.8",
        "Firefox 66 | text/html,application/xhtml+xml,application/xml;q=0.9,image/webp,*/*;q=0.8",
        "Chrome | text/html,application/xhtml+xml,application/xml;q=0.9,image/avif,image/webp,image/apng,*/*;q=0.8,application/signed-exchange;v=b3;q=0.7",
        "Chrome 79 | text/html,application/xhtml+xml,application/xml;q=0.9,image/webp,image/apng,*/*;q=0.8,application/signed-exchange;v=b3;q=0.9",
        "Safari | text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8",
        "Opera 12 | text/html, application/xml;q=0.9, application/xhtml+xml, image/png, image/webp, image/jpeg, image/gif, image/x-xbitmap, */*;q=0.1",
        "Internet Explorer 11 | text/html, application/xhtml+xml, */*",
        "Edge before Chromium | text/html, application/xhtml+xml, image/jxr, */*",
        "Lynx | text/html, text/plain, text/sgml, text/css, application/xhtml+xml, */*;q=0.01",
        "w3m | text/html, text/*;q=0.5, image/*, application/*",
        "a person with curl -H | text/html"
      })
  void people_get_a_page(String program, String accept) {
    assertThat(Audience.isPerson(accept)).as(program).isTrue();
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      value = {
        "curl, wget, newsboat, elfeed, python-requests, Go, NetNewsWire | */*",
        "feedparser | application/atom+xml,application/rdf+xml,application/rss+xml,application/x-netcdf,application/xml;q=0.9,text/xml;q=0.2,*/*;q=0.1",
        "feedparser 6.0.11 | application/atom+xml,application/rdf+xml,application/rss+xml,application/x-netcdf,application/xml;q=0.9,text/xml;q=0.2,*/*;q=0.1",
        "SimplePie, FreshRSS, WordPress | application/atom+xml, application/rss+xml, application/rdf+xml;q=0.9, application/xml;q=0.8, text/xml;q=0.8, text/html;q=0.7, unknown/unknown;q=0.1, application/unknown;q=0.1, */*;q=0.1",
        "Miniflux | application/xml, application/atom+xml, application/rss+xml, application/rdf+xml, application/feed+json, text/html, */*;q=0.9",
        "Liferea | application/atom+xml,application/xml;q=0.9,text/xml;q=0.8,*/*;q=0.7",
        "QuiteRSS | application/atom+xml,application/rss+xml;q=0.9,application/xml;q=0.8,text/xml;q=0.7,*/*;q=0.6",
        "QuiteRSS before 0.17 | text/xml, text/html, */*",
        "NewsBlur | application/atom+xml, application/rss+xml, application/xml;q=0.8, text/xml;q=0.6, */*;q=0.2",
        "rss-parser of npm | application/rss+xml",
        "feed readers on Node | application/rss+xml, application/rdf+xml;q=0.8, application/atom+xml;q=0.6, application/xml;q=0.4, text/xml;q=0.4, text/html;q=0.2, */*;q=0.1",
        "one for JSON Feed | application/feed+json, application/json",
        "axios | application/json, text/plain, */*",
        "Java's URLConnection | text/html, image/gif, image/jpeg, *; q=.2, */*; q=.2, application/xml",
        "XMLHttpRequest for XML | application/xml, text/xml, */*; q=0.01",
        "one that likes HTML better | text/html,application/xhtml+xml,application/xml;q=0.9,application/rss+xml;q=0.9,*/*;q=0.8",
        "one that takes both alike | text/html,application/xhtml+xml,application/xml,text/xml",
        "one that takes no HTML | text/html;q=0, */*",
        "one whose weight is no number | text/html;q=much",
        "any text | text/*",
        "an image | image/avif,image/webp,*/*;q=0.5",
        "nonsense | ;;;,,,q=1",
        "nothing in it | ''"
      })
  void readers_get_the_feed(String program, String accept) {
    assertThat(Audience.isPerson(accept)).as(program).isFalse();
  }

  @Test
  void who_says_nothing_gets_the_feed() {
    assertThat(Audience.isPerson(null)).isFalse();
  }
}
