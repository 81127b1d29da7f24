package org.regionwire.region.mention;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import org.regionwire.region.gazetteer.Gazetteer;
import org.regionwire.region.gazetteer.NameRank;
import org.regionwire.region.text.LongTable;
import org.regionwire.region.text.Spelling;
import org.regionwire.region.text.Word;

/**
 * All names as a tree of folded words, so that the longest one at a place is found in one go. Nodes
 * are numbers; 0 is where all names start.
 */
final class NameIndex {
  static final int ROOT = 0;

  /** No word; no node. */
  static final int NONE = LongTable.NONE;

  /** Of the gazetteer's names there are somewhat more, which its tables hold without growing. */
  private static final int EXPECTED = 65_000;

  private final LongTable words;
  private final LongTable edges;
  private final IntList nodeOf;
  private final IntList naming;
  private int nodes;
  private final int[] starts;
  private final int[] namings;
  private final boolean[] goesOn;

  NameIndex(Gazetteer gazetteer) {
    this.words = new LongTable(EXPECTED);
    this.edges = new LongTable(EXPECTED);
    this.nodeOf = new IntList(EXPECTED);
    this.naming = new IntList(EXPECTED);
    this.nodes = 1;
    var spelling = new Spelling();
    gazetteer.readNames((place, rank, name) -> add(spelling, place, rank, name));
    this.starts = new int[nodes + 1];
    this.namings = sorted();
    this.goesOn = goesOn();
  }

  /**
   * The same with more names.
   *
   * @param first number of the first place that they name; the others follow in the order of ids
   */
  private NameIndex(NameIndex known, Collection<ExtraName> extras, List<String> ids, int first) {
    this.words = known.words.copy();
    this.edges = known.edges.copy();
    this.nodeOf = known.nodeOf.copy();
    this.naming = known.naming.copy();
    this.nodes = known.nodes;
    var spelling = new Spelling();
    for (ExtraName extra : extras) {
      add(spelling, first + ids.indexOf(extra.id()), NameRank.OWN, extra.name());
    }
    this.starts = new int[nodes + 1];
    this.namings = sorted();
    this.goesOn = goesOn();
  }

  NameIndex with(Collection<ExtraName> extras, List<String> ids, int first) {
    return new NameIndex(this, extras, ids, first);
  }

  private boolean[] goesOn() {
    var going = new boolean[nodes];
    edges.keys(edge -> going[(int) (edge >>> 32)] = true);
    return going;
  }

  private int[] sorted() {
    for (int i = 0; i < nodeOf.size(); i++) {
      starts[nodeOf.get(i) + 1]++;
    }
    for (int n = 0; n < nodes; n++) {
      starts[n + 1] += starts[n];
    }
    var next = Arrays.copyOf(starts, nodes);
    var sorted = new int[nodeOf.size()];
    for (int i = 0; i < nodeOf.size(); i++) {
      sorted[next[nodeOf.get(i)]++] = naming.get(i);
    }
    return sorted;
  }

  private void add(Spelling spelling, int place, int rank, String name) {
    int node = ROOT;
    boolean marked = false;
    int letters = 0;
    for (var word = Word.next(name, 0); !word.isEmpty(); word = Word.next(name, word.end())) {
      spelling.set(name, word.start(), word.end());
      marked |= spelling.marked(spelling.length());
      letters += spelling.length();
      node = child(node, words.putIfAbsent(spelling.hash(), words.size() + 1));
    }
    if (letters > 1) {
      nodeOf.add(node);
      naming.add(Naming.of(place, rank, marked, isShout(name), isSmall(name)));
    }
  }

  private int child(int node, int word) {
    int child = edges.putIfAbsent(edge(node, word), nodes);
    nodes = Math.max(nodes, child + 1);
    return child;
  }

  private static boolean isShout(String name) {
    return name.length() <= 4 && name.chars().noneMatch(Character::isLowerCase);
  }

  private static boolean isSmall(String name) {
    return Character.isLowerCase(name.codePointAt(0));
  }

  private static long edge(int node, int word) {
    return ((long) node << 32) | word;
  }

  /** Numbers of the places of exactly this name, each once. */
  List<Integer> places(String name) {
    var spelling = new Spelling();
    int node = ROOT;
    for (var word = Word.next(name, 0); !word.isEmpty(); word = Word.next(name, word.end())) {
      node = after(node, word(spelling.set(name, word.start(), word.end()).hash()));
      if (node == NONE) {
        return List.of();
      }
    }
    return Arrays.stream(namings, starts[node], starts[node + 1])
        .map(Naming::place)
        .distinct()
        .boxed()
        .toList();
  }

  /** The number of a word of some name by its hash. */
  int word(long hash) {
    return words.get(hash);
  }

  int after(int node, int word) {
    return edges.get(edge(node, word));
  }

  /** Whether names go on from here. */
  boolean goesOn(int node) {
    return goesOn[node];
  }

  int namingsStart(int node) {
    return starts[node];
  }

  int namingsEnd(int node) {
    return starts[node + 1];
  }

  /** See {@link Naming}. */
  int naming(int index) {
    return namings[index];
  }
}
