package org.regionwire.feeds;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.regionwire.news.Kind;
import org.regionwire.news.SearchWords;
import org.regionwire.news.Selection;

class FeedAddressesTest {
  private final FeedAddresses addresses = new FeedAddresses(new Places(), new Themes());

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/feeds/all.rss",
        "/feeds/malmo.atom",
        "/feeds/malmo+oslo.json",
        "/feeds/oresund-region.rss?kind=event",
        "/feeds/all.rss?topic=ict,life-sciences",
        "/feeds/malmo.json?kind=news&topic=ict",
        "/feeds/all+!oslo.rss",
        "/feeds/malmo+oresund-region+!oslo.atom?kind=event",
        "/feeds/all.rss?lang=sv",
        "/feeds/all.rss?lang=fi,sv-fi",
        "/feeds/all.rss?q=harbour",
        "/feeds/all.rss?q=harbour+%22new+pier%22+sail*",
        "/feeds/all.rss?q=%D0%BC%D0%B0%D0%BB%D1%8C%D0%BC%D0%B5",
        "/feeds/all.atom?bbox=10.5,54.5,15.2,57",
        "/feeds/all.atom?bbox=170,-20,-170,0",
        "/feeds/malmo.atom?mentions=true",
        "/feeds/malmo+!oslo.json?kind=news&topic=ict&lang=sv&q=harbour&bbox=0,0,1,1&mentions=true"
      })
  void a_canonical_address_is_read_and_written_the_same(String address) {
    var asked = addresses.read(address);
    assertThat(asked).isInstanceOf(Asked.Feed.class);
    assertThat(((Asked.Feed) asked).key().address()).isEqualTo(address);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ' ',
      value = {
        "/feeds/oslo+malmo.rss /feeds/malmo+oslo.rss",
        "/feeds/malmo%2Boslo.rss /feeds/malmo+oslo.rss",
        "/feeds/malmo%20oslo.rss /feeds/malmo+oslo.rss",
        "/feeds/malmo+malmo.rss /feeds/malmo.rss",
        "/feeds/+malmo+.rss /feeds/malmo.rss",
        "/feeds/SE-M.rss /feeds/malmo.rss",
        "/feeds/MALMO.RSS /feeds/malmo.rss",
        "/feeds/ALL.rss /feeds/all.rss",
        "/feeds/all+malmo.rss /feeds/all.rss",
        "/feeds/%61ll.rss /feeds/all.rss",
        "/feeds/all.rss? /feeds/all.rss",
        "/feeds/all.rss?kind= /feeds/all.rss",
        "/feeds/all.rss?kind=Event /feeds/all.rss?kind=event",
        "/feeds/all.rss?kind=event&kind=event /feeds/all.rss?kind=event",
        "/feeds/all.rss?topic=life-sciences&topic=ict /feeds/all.rss?topic=ict,life-sciences",
        "/feeds/all.rss?topic=ict%2Clife-sciences /feeds/all.rss?topic=ict,life-sciences",
        "/feeds/all.rss?topic=ict&kind=news /feeds/all.rss?kind=news&topic=ict",
        "/feeds/!oslo.rss /feeds/all+!oslo.rss",
        "/feeds/!oslo+all.rss /feeds/all+!oslo.rss",
        "/feeds/all+%21oslo.rss /feeds/all+!oslo.rss",
        "/feeds/all+!NO-03+!oslo.rss /feeds/all+!oslo.rss",
        "/feeds/!oslo+malmo.rss /feeds/malmo+!oslo.rss",
        "/feeds/all+malmo+!oslo.rss /feeds/all+!oslo.rss",
        "/feeds/all.rss?lang=sv-FI /feeds/all.rss?lang=sv-fi",
        "/feeds/all.rss?lang=sv,fi /feeds/all.rss?lang=fi,sv",
        "/feeds/all.rss?lang=sv&lang=sv-fi /feeds/all.rss?lang=sv",
        "/feeds/all.rss?lang=nb,no,nn /feeds/all.rss?lang=no",
        "/feeds/all.rss?lang= /feeds/all.rss",
        "/feeds/all.rss?mentions=true /feeds/all.rss",
        "/feeds/malmo.rss?mentions=false /feeds/malmo.rss",
        "/feeds/all.rss?bbox=10.50,+54.5,15.20001,57 /feeds/all.rss?bbox=10.5,54.5,15.2,57",
        "/feeds/all.rss?q= /feeds/all.rss",
        "/feeds/all.rss?q=+ /feeds/all.rss",
        "/feeds/all.rss?q=Harbour /feeds/all.rss?q=harbour",
        "/feeds/all.rss?q=MALM%C3%96 /feeds/all.rss?q=malmo",
        "/feeds/all.rss?q=malmo%CC%88 /feeds/all.rss?q=malmo",
        "/feeds/all.rss?q=pier%20harbour /feeds/all.rss?q=harbour+pier",
        "/feeds/all.rss?q=pier&q=harbour /feeds/all.rss?q=harbour+pier",
        "/feeds/all.rss?q=harbour+%22old+harbour%22 /feeds/all.rss?q=%22old+harbour%22",
        "/feeds/all.rss?q=harb*+harbour /feeds/all.rss?q=harbour",
        "/feeds/all.rss?q=%22pier /feeds/all.rss?q=pier",
        "/feeds/all.rss?q=so-called /feeds/all.rss?q=called+so",
        "/feeds/all.rss?q=x&lang=sv&topic=ict&kind=news /feeds/all.rss?kind=news&topic=ict&lang=sv&q=x"
      })
  void another_spelling_leads_to_the_canonical_address(String address, String canonical) {
    var asked = addresses.read(address);
    assertThat(asked).isInstanceOf(Asked.Elsewhere.class);
    assertThat(((Asked.Elsewhere) asked).address()).isEqualTo(canonical);
    assertThat(addresses.read(canonical)).isInstanceOf(Asked.Feed.class);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ' ',
      value = {
        "/feeds/atlantis.rss 404 /regions",
        "/feeds/all.rss?topic=alchemy 404 /topic",
        "/feeds/all.xml 404 /format",
        "/feeds/all 404 /format",
        "/feeds/ 404 /format",
        "/feeds/malmo/archive/1.atom 404 /archive",
        "/feeds/malmo/archive/1-3.atom 404 /archive",
        "/feeds/malmo/archive/1-64.xml 404 /format",
        "/feeds/atlantis/archive/1-64.rss 404 /regions",
        "/feeds/malmo/archive/1-64.rss?kind=opinion 400 /kind",
        "/feeds/malmo/archive/1-64/2.rss 404 /regions",
        "/feeds/.rss 400 /regions",
        "/feeds/all+!atlantis.rss 404 /regions",
        "/feeds/malmo+!malmo.rss 400 /regions",
        "/feeds/malmo+!SE-M.rss 400 /regions",
        "/feeds/all.rss?kind=opinion 400 /kind",
        "/feeds/all.rss?kind=news,event 400 /kind",
        "/feeds/all.rss?lang=swedish 400 /lang",
        "/feeds/all.rss?lang=s 400 /lang",
        "/feeds/all.rss?lang=sv_FI 400 /lang",
        "/feeds/all.rss?q=%21%21 400 /q",
        "/feeds/all.rss?q=a+b+c+d+e+f+g+h+i+j+k+l+m+n+o+p+q+r+s+t+u 400 /q",
        "/feeds/all.rss?colour=blue 400 /colour",
        "/feeds 404 /format",
        "/feeds/all.rss?bbox=1,4,3,2 400 /bbox",
        "/feeds/all.rss?bbox=1,2,3 400 /bbox",
        "/feeds/all.rss?bbox=1,2,300,4 400 /bbox",
        "/feeds/all.rss?mentions=perhaps 400 /mentions"
      })
  void what_cannot_be_given_says_which_part_is_wrong(String address, int status, String pointer) {
    var unknown = (Asked.Unknown) addresses.read(address);
    assertThat(unknown.status()).isEqualTo(status);
    assertThat(unknown.mistakes()).extracting(Asked.Mistake::pointer).containsExactly(pointer);
  }

  @Test
  void a_broken_escape_is_a_bad_request() {
    assertThat(((Asked.Unknown) addresses.read("/feeds/%zz.rss")).status()).isEqualTo(400);
  }

  @Test
  void every_mistake_is_told_at_once_with_suggestions() {
    var unknown = (Asked.Unknown) addresses.read("/feeds/malmoe+atlantis.rss?topic=itc");
    assertThat(unknown.mistakes())
        .extracting(Asked.Mistake::suggestions)
        .containsExactly(List.of("malmo"), List.of(), List.of("ict"));
    assertThat(unknown.mistakes().get(0).detail())
        .isEqualTo("there is no region \"malmoe\"; perhaps malmo");
  }

  @Test
  void mistakes_of_both_kinds_are_told_together() {
    var unknown =
        (Asked.Unknown) addresses.read("/feeds/malmoe.rss?kind=x&lang=y&q=%2A&topic=itc&z=1");
    assertThat(unknown.status()).isEqualTo(400);
    assertThat(unknown.mistakes())
        .extracting(Asked.Mistake::pointer)
        .containsExactlyInAnyOrder("/regions", "/kind", "/lang", "/q", "/topic", "/z");
  }

  @Test
  void a_selection_has_one_link_for_each_format() {
    var links = addresses.of(Selection.region("malmo"));
    assertThat(links)
        .extracting(FeedLink::href)
        .containsExactly(
            "/feeds/malmo.rss", "/feeds/malmo.atom", "/feeds/malmo.json", "/feeds/malmo.ics");
    assertThat(links)
        .extracting(FeedLink::type)
        .containsExactly(
            "application/rss+xml",
            "application/atom+xml",
            "application/feed+json",
            "text/calendar");
    assertThat(links).extracting(FeedLink::title).containsOnly("Regionwire – Malmö");
  }

  @Test
  void a_title_says_what_is_selected() {
    var titles = new FeedTitles(new Places(), new Themes());
    assertThat(titles.of(Selection.ALL)).isEqualTo("Regionwire – all regions");
    assertThat(
            titles.of(
                Selection.of(List.of("oslo", "malmo"), Optional.of(Kind.EVENT), List.of("ict"))))
        .isEqualTo("Regionwire – Malmö, Oslo – events – ICT");
    assertThat(titles.of(Selection.ALL.except(List.of("oslo", "malmo")).in(List.of("sv", "fi"))))
        .isEqualTo("Regionwire – all regions without Malmö, Oslo – in Finnish, Swedish");
    assertThat(titles.of(Selection.region("malmo").saying(SearchWords.of("\"New pier\" Harbour"))))
        .isEqualTo("Regionwire – Malmö – about “harbour”, “new pier”");
  }
}
