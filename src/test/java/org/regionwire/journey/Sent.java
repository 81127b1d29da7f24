package org.regionwire.journey;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * What senders know: every title they sent, the id they were told for it, and what should not have
 * been answered. Titles are unique.
 */
final class Sent {
  private final Set<String> titles = ConcurrentHashMap.newKeySet();
  private final Map<String, String> told = new ConcurrentHashMap<>();
  private final Map<String, String> files = new ConcurrentHashMap<>();
  private final Queue<String> surprises = new ConcurrentLinkedQueue<>();

  void attempts(String title) {
    titles.add(title);
  }

  /** Told once is told for ever: a second answer must name the same id. */
  void acknowledged(String title, String id) {
    String before = told.putIfAbsent(title, id);
    if (before != null && !before.equals(id)) {
      surprises.add(title + " was acknowledged as " + before + " and then as " + id);
    }
  }

  void dropped(String file, String title) {
    files.put(file, title);
  }

  void surprise(String what) {
    surprises.add(what);
  }

  boolean has(String title) {
    return titles.contains(title);
  }

  Optional<String> idOf(String title) {
    return Optional.ofNullable(told.get(title));
  }

  int size() {
    return titles.size();
  }

  /** Ids by title. */
  Map<String, String> acknowledged() {
    return told;
  }

  /** Titles by file name. */
  Map<String, String> files() {
    return files;
  }

  Collection<String> surprises() {
    return List.copyOf(surprises);
  }
}
