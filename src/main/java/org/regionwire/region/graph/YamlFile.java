package org.regionwire.region.graph;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.composer.Composer;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.parser.ParserImpl;
import org.yaml.snakeyaml.reader.StreamReader;
import org.yaml.snakeyaml.resolver.Resolver;

/** One file of regions or topics: a YAML mapping of slugs. */
record YamlFile(String name, String text) {
  private static final String SHIPPED = "/regions/";
  private static final List<String> INDEX = resource("index.txt").lines().toList();

  private static YamlFile shipped(String name) {
    return new YamlFile(name, resource(name));
  }

  static List<YamlFile> shipped() {
    return INDEX.stream().map(YamlFile::shipped).toList();
  }

  static boolean isShipped(String name) {
    return INDEX.contains(name);
  }

  /** The text of a file in the jar. */
  static String resource(String name) {
    try (InputStream in = YamlFile.class.getResourceAsStream(SHIPPED + name)) {
      return new String(Objects.requireNonNull(in, name).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + name, e);
    }
  }

  /** One of the operator's. Where a shipped file has its name, it is called by its whole path. */
  static YamlFile in(Path folder, String name) {
    try {
      byte[] bytes = Files.readAllBytes(folder.resolve(name));
      String called = isShipped(name) ? folder.resolve(name).toString() : name;
      return new YamlFile(called, new String(bytes, StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + folder.resolve(name), e);
    }
  }

  /** By slug; empty when the file is. */
  Map<String, Field> entries(Flaws flaws) {
    try {
      return composed().map(root -> Field.of(name, root).map(flaws)).orElse(Map.of());
    } catch (MarkedYAMLException e) {
      int line = e.getProblemMark() == null ? 1 : e.getProblemMark().getLine() + 1;
      flaws.add(new Line(name, line), "is not YAML: " + e.getProblem());
      return Map.of();
    } catch (YAMLException e) {
      flaws.add(new Line(name, 1), "is not YAML: " + e.getMessage());
      return Map.of();
    }
  }

  /**
   * Only nodes, of which every scalar is a text: starts faster than {@code Yaml}, which makes
   * objects.
   */
  private Optional<Node> composed() {
    var options = new LoaderOptions();
    var parser = new ParserImpl(new StreamReader(text), options);
    return Optional.ofNullable(new Composer(parser, new TextsOnly(), options).getSingleNode());
  }

  private static final class TextsOnly extends Resolver {
    @Override
    protected void addImplicitResolvers() {}
  }
}
