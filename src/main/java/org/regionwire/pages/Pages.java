package org.regionwire.pages;

import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.regionwire.intake.Problem;
import org.regionwire.news.PublishedItem;
import org.regionwire.pages.items.ItemPage;
import org.regionwire.pages.items.ItemPages;
import org.regionwire.pages.items.JsonLd;
import org.regionwire.pages.items.Teasers;
import org.regionwire.pages.regions.RegionGroup;
import org.regionwire.pages.regions.RegionLinks;
import org.regionwire.pages.regions.RegionList;
import org.regionwire.pages.regions.RegionMap;
import org.regionwire.pages.regions.RegionPages;
import org.regionwire.pages.regions.RegionsInUse;
import org.regionwire.pages.site.FeedAddresses;
import org.regionwire.pages.site.Head;
import org.regionwire.pages.site.Link;
import org.regionwire.pages.site.Site;
import org.regionwire.pages.subscribers.Mistakes;
import org.regionwire.pages.subscribers.SubscribeForm;
import org.regionwire.pages.subscribers.Zones;
import org.regionwire.region.PlainText;
import org.regionwire.region.Region;
import org.regionwire.region.Regions;
import org.regionwire.region.Topics;

/**
 * The HTML pages. Links in them lead from the root; only those that leave the page (canonical,
 * feeds, JSON-LD) are absolute.
 */
public final class Pages {
  private final Templates templates = new Templates();
  private final Site site;
  private final Regions regions;
  private final Topics topics;
  private final RegionLinks links;
  private final Teasers teasers;
  private final ItemPages itemPages;
  private final RegionPages regionPages;
  private final Zones zones;
  private final LetterPages letters;

  /**
   * Pages for one wire.
   *
   * @param base where readers find the wire: {@code https://wire.example}, with or without a slash
   */
  public Pages(URI base, Regions regions, Topics topics, Clock clock) {
    this.site = new Site(base, new StaticFiles()::address);
    this.regions = regions;
    this.topics = topics;
    this.links = new RegionLinks(regions);
    this.teasers = new Teasers(links, clock);
    this.itemPages = new ItemPages(links, topics, teasers, clock);
    this.regionPages = new RegionPages(regions, links, site);
    this.zones = new Zones(regions);
    this.letters = new LetterPages(templates, site);
  }

  /**
   * The latest news of the whole wire.
   *
   * @param events from which the coming ones are shown
   */
  public String home(List<PublishedItem> latest, List<PublishedItem> events) {
    var coming = teasers.coming(events);
    var head =
        site.head(
            "News from the Baltic Sea regions",
            "News and events from the cities and regions around the Baltic Sea,"
                + " by feed, page and letter.",
            "/",
            "home");
    return templates.render(
        "home",
        head,
        Map.of(
            "coming", teasers.of(coming),
            "latest", teasers.of(latest),
            "groups", RegionGroup.of(regions.profiled()),
            "feeds", site.everything()));
  }

  /**
   * The regions in use, as a tree and on a map.
   *
   * @param items recent ones by slug, of every region that has any
   */
  public String regions(Map<String, Integer> items) {
    var head =
        site.head("Regions", "The regions of the wire and their news.", "/regions", "regions");
    var inUse = new RegionsInUse(regions, items);
    return templates.render(
        "regions",
        head,
        Map.of(
            "map", RegionMap.of(inUse.places(), regions),
            "countries", inUse.countries(),
            "across", inUse.acrossBorders()));
  }

  /**
   * A region: its profile beside its latest news.
   *
   * @param events from which the coming ones are shown first
   * @param items recent ones by slug, of every region that has any
   */
  public String region(
      Region region,
      List<PublishedItem> latest,
      List<PublishedItem> events,
      Map<String, Integer> items) {
    var coming = teasers.coming(events);
    var inUse = new RegionsInUse(regions, items);
    var page = regionPages.of(region, inUse, zones.likely(List.of()));
    String about = page.text().stream().findFirst().orElse("");
    var head =
        site.head(
                region.name(),
                "News and events from " + region.name() + ". " + about,
                "/regions/" + region.slug(),
                "regions")
            .about(site.feed(Site.NAME + ": " + region.name(), region.slug()));
    return templates.render(
        "region",
        head,
        Map.of(
            "page", page,
            "coming", teasers.of(coming),
            "latest", teasers.without(coming, latest)));
  }

  /**
   * One item, whole.
   *
   * @param revisions all of the item, in any order
   */
  public String item(PublishedItem item, List<PublishedItem> revisions) {
    var page = itemPages.of(item, revisions);
    String path = "/items/" + item.id();
    String text = PlainText.summary(item.item());
    String description = text.isEmpty() ? page.title() : text;
    var head =
        site.head(page.title(), description, path, "")
            .article(
                page.image().map(Link::href), JsonLd.of(item, site.at(path), links.zone(item)));
    return templates.render("item", nearest(head, page), Map.of("page", page));
  }

  private Head nearest(Head head, ItemPage page) {
    return page.regions().stream()
        .findFirst()
        .map(region -> head.about(site.feed(region.label(), region.href().replaceFirst(".*/", ""))))
        .orElse(head);
  }

  /**
   * The form for a subscription.
   *
   * @param typed what stands in the form's fields, by their names, as it was typed
   * @param problems shown beside the field their pointer names
   */
  public String subscribe(Map<String, List<String>> typed, List<Problem> problems) {
    var chosen = typed.getOrDefault("regions", List.of());
    var form =
        SubscribeForm.of(
            typed,
            new Mistakes(problems),
            zones.likely(chosen).getId(),
            RegionGroup.of(regions.profiled()),
            List.copyOf(topics.all()),
            zones);
    var head =
        site.head(
            problems.isEmpty() ? "Subscribe" : "Please mend the form – Subscribe",
            "Get the news of your regions in one letter a day.",
            "/subscribe",
            "subscribe");
    return templates.render("subscribe", head, Map.of("form", form));
  }

  /** What links in letters lead to. */
  public LetterPages letters() {
    return letters;
  }

  /** A page that says something and asks for nothing. */
  public String message(String title, String... paragraphs) {
    var head = site.passing(title, title);
    return templates.render("message", head, Map.of("paragraphs", List.of(paragraphs)));
  }

  /**
   * What a person sees at a feed's address.
   *
   * @param address of the feed, absolute
   */
  public String feed(String title, String address, List<PublishedItem> latest) {
    var feeds = FeedAddresses.besides(title, address);
    var head =
        site.passing(title + " – feed", "A feed to follow in a feed reader: " + title + ".")
            .about(feeds);
    return templates.render(
        "feed",
        head,
        Map.of("title", title, "address", address, "feeds", feeds, "latest", teasers.of(latest)));
  }

  /**
   * For an address at which there is nothing.
   *
   * @param what a sentence that says what there is not
   */
  public String notFound(String what, List<Link> suggestions) {
    var head = site.passing("Not found", what);
    return templates.render("not-found", head, Map.of("what", what, "suggestions", suggestions));
  }

  /** For an item that was withdrawn. */
  public String gone(String what, Optional<String> reason) {
    var head = site.passing("Withdrawn", what);
    return templates.render("gone", head, Map.of("what", what, "reason", reason));
  }

  String regionList(Map<String, Integer> items) {
    return new RegionList(site).of(new RegionsInUse(regions, items).all());
  }

  Optional<Region> regionCalled(String name) {
    return links.named(name);
  }
}
