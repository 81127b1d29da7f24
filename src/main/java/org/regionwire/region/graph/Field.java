package org.regionwire.region.graph;

import java.text.Normalizer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/**
 * A value in a YAML file that knows its line. Scalars are read as written, so that {@code no} is
 * Norwegian and not false. A value of the wrong kind is a flaw and reads as empty.
 */
record Field(Line line, Node node) {

  static Field of(String file, Node node) {
    return new Field(new Line(file, node.getStartMark().getLine() + 1), node);
  }

  String text(Flaws flaws) {
    if (node instanceof ScalarNode scalar && !scalar.getValue().isBlank()) {
      return Normalizer.normalize(scalar.getValue().strip(), Normalizer.Form.NFC);
    }
    flaws.add(line, "a text is needed here");
    return "";
  }

  List<Field> list(Flaws flaws) {
    if (node instanceof SequenceNode sequence) {
      return sequence.getValue().stream().map(part -> of(line.file(), part)).toList();
    }
    flaws.add(line, "a list is needed here");
    return List.of();
  }

  List<String> texts(Flaws flaws) {
    return list(flaws).stream().map(part -> part.text(flaws)).filter(t -> !t.isEmpty()).toList();
  }

  /** In the order of the file. */
  Map<String, Field> map(Flaws flaws) {
    var fields = new LinkedHashMap<String, Field>();
    if (!(node instanceof MappingNode mapping)) {
      flaws.add(line, "names with values are needed here");
      return fields;
    }
    for (var pair : mapping.getValue()) {
      var key = of(line.file(), pair.getKeyNode());
      String name = key.text(flaws);
      var value = new Field(key.line(), pair.getValueNode());
      boolean twice = fields.putIfAbsent(name, value) != null;
      flaws.addWhen(twice, key.line(), "“" + name + "” is there twice");
    }
    return fields;
  }

  Map<String, String> textMap(Flaws flaws) {
    var texts = new LinkedHashMap<String, String>();
    map(flaws).forEach((name, field) -> texts.put(name, field.text(flaws)));
    return texts;
  }
}
