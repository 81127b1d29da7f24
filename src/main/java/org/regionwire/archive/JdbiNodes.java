package org.regionwire.archive;

import java.time.Instant;

/** What several nodes on one database have to agree on. */
public final class JdbiNodes {
  private final Database database;

  public JdbiNodes(Database database) {
    this.database = database;
  }

  /**
   * Takes or renews a duty.
   *
   * @param node who asks
   * @param until when it may be taken by others, unless it is renewed
   * @return false while another node has it
   */
  public boolean takes(String duty, String node, Instant now, Instant until) {
    return database.<Boolean>write(
        handle ->
            handle.execute(
                    "insert into duty (name, node, lease_until) values (?, ?, ?)"
                        + " on conflict (name) do update set node = excluded.node,"
                        + " lease_until = excluded.lease_until"
                        + " where duty.node = excluded.node or duty.lease_until <= ?",
                    duty,
                    node,
                    until.toEpochMilli(),
                    now.toEpochMilli())
                == 1);
  }

  /**
   * What the first node said that was asked.
   *
   * @param ours what this node says, if it is the first
   */
  public String agreed(String name, String ours) {
    return database.write(
        handle -> {
          handle.execute(
              "insert into agreed (name, value) values (?, ?) on conflict do nothing", name, ours);
          return handle
              .select("select value from agreed where name = ?", name)
              .mapTo(String.class)
              .one();
        });
  }
}
