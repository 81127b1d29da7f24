package org.regionwire.nodes;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** What a node does; one that is alone does everything. */
public enum Role {
  /** Takes items: the drop folder, and POST, PUT and DELETE. */
  INTAKE,
  /** Stores what was taken. One node at a time does; the others stand by. */
  ARCHIVE,
  /** Keeps feeds ready and serves them, and tells subscribers of the hub. */
  FEEDS,
  /** Plans and sends letters. */
  DIGEST,
  /** Pages and subscriptions. */
  WEB;

  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * @param text words separated by commas
   * @throws IllegalArgumentException if one is none, or there is none
   */
  public static Set<Role> read(String text) {
    return EnumSet.copyOf(
        Arrays.stream(text.split(",", -1))
            .map(word -> Role.valueOf(word.strip().toUpperCase(Locale.ROOT)))
            .toList());
  }

  public static String words() {
    return Arrays.stream(values()).map(Role::word).collect(Collectors.joining(","));
  }

  /** As preconditions of routes name them: {@code role.intake}. */
  public static void place(Set<Role> roles, Map<String, String> placeholders) {
    for (Role role : values()) {
      placeholders.put("role." + role.word(), Boolean.toString(roles.contains(role)));
    }
  }
}
