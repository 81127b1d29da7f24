package org.regionwire.archive;

import java.util.List;

/** Which regions and topics there are items of that readers can see. */
public final class JdbiUse {
  private final Database database;

  public JdbiUse(Database database) {
    this.database = database;
  }

  /** Slugs, sorted. */
  public List<String> regions() {
    return each("region");
  }

  /** Slugs, sorted. */
  public List<String> topics() {
    return each("topic");
  }

  /** Leaps from one to the next in the index, where a plain {@code distinct} reads every row. */
  private List<String> each(String which) {
    String next = "select min(" + which + ") from item_" + which;
    String shown =
        " and exists (select 1 from item_"
            + which
            + " of where of."
            + which
            + " = slug and not exists (select 1 from withdrawal gone"
            + " where gone.first_sequence = of.first_sequence))";
    return database.read(
        handle ->
            handle
                .createQuery(
                    "with recursive used (slug) as ("
                        + next
                        + " union all select ("
                        + next
                        + " where "
                        + which
                        + " > used.slug) from used where used.slug is not null)"
                        + " select slug from used where slug is not null"
                        + shown
                        + " order by slug")
                .mapTo(String.class)
                .filter(slug -> !slug.startsWith(JdbiSelections.MENTIONED))
                .list());
  }
}
