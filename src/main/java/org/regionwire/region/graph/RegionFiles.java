package org.regionwire.region.graph;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.regionwire.region.Regions;
import org.regionwire.region.Topics;
import org.regionwire.region.Topics.Topic;
import org.regionwire.region.gazetteer.Gazetteer;

/**
 * The regions and topics of the YAML files: the shipped ones, and a folder of the operator's that
 * adds to them or replaces single fields of theirs.
 */
public final class RegionFiles {
  private static final String TOPICS = "topics.yaml";

  private final Flaws flaws = new Flaws();
  private final Map<String, Entry> entries = new LinkedHashMap<>();
  private final Map<String, Topic> topicsBySlug = new LinkedHashMap<>();
  private final Regions regions;
  private final Topics topics;

  /**
   * Reads everything.
   *
   * @param more a folder of {@code *.yaml} files: {@code topics.yaml} has topics, all others
   *     regions
   * @throws BadRegionFiles with every problem, when there is one
   */
  public RegionFiles(Optional<Path> more) {
    this(more, Gazetteer.load());
  }

  /** As the other, with a gazetteer that is there already. */
  public RegionFiles(Optional<Path> more, Gazetteer gazetteer) {
    this(more, new AtlasRegions(SlugList.shipped(), gazetteer));
  }

  RegionFiles(Optional<Path> more, AtlasRegions atlas) {
    add(YamlFile.shipped());
    more.map(this::filesIn).ifPresent(this::add);
    var reader = new RegionReader(flaws);
    var written =
        entries.values().stream().map(e -> reader.read(e, atlas.region(e.slug()))).toList();
    var links = new Links(written, entries, atlas, flaws);
    new GraphChecks(written, entries, atlas, flaws).run(links);
    flaws.throwIfAny();
    regions = new RegionGraph(written, atlas, links);
    topics = new TopicList(topicsBySlug.values());
  }

  public Regions regions() {
    return regions;
  }

  public Topics topics() {
    return topics;
  }

  private List<YamlFile> filesIn(Path folder) {
    if (!Files.isDirectory(folder)) {
      flaws.add(new Line(folder.toString(), 1), "is not a folder");
      return List.of();
    }
    try (var paths = Files.list(folder)) {
      return paths
          .map(path -> path.getFileName().toString())
          .filter(name -> name.endsWith(".yaml"))
          .sorted()
          .map(name -> YamlFile.in(folder, name))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + folder, e);
    }
  }

  /** Files of one origin may not repeat each other; a later origin may override. */
  private void add(List<YamlFile> files) {
    var here = new LinkedHashMap<String, Entry>();
    for (YamlFile file : files) {
      if (Path.of(file.name()).endsWith(TOPICS)) {
        addTopics(file);
      } else {
        file.entries(flaws).forEach((slug, field) -> addRegion(slug, field, here));
      }
    }
    here.forEach((slug, entry) -> entries.merge(slug, entry, Entry::with));
  }

  private void addRegion(String slug, Field field, Map<String, Entry> here) {
    var entry = new Entry(slug, field.line(), field.map(flaws));
    var other = here.putIfAbsent(slug, entry);
    if (other != null) {
      flaws.add(field.line(), "“" + slug + "” is there twice; first at " + other.line());
    }
  }

  private void addTopics(YamlFile file) {
    file.entries(flaws)
        .forEach(
            (slug, field) -> {
              flaws.addWhen(
                  !RegionReader.SLUG.matcher(slug).matches(),
                  field.line(),
                  "“" + slug + "” is not a slug");
              topicsBySlug.put(slug, new Topic(slug, field.text(flaws)));
            });
  }
}
