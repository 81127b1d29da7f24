package org.regionwire.digest.subscribing;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import org.regionwire.archive.Database;

/** Everything that is kept about one person, as the tables have it. */
final class JdbiExport {
  private final Database database;

  JdbiExport(Database database) {
    this.database = database;
  }

  /** By table: rows of names and values; times in milliseconds since 1970. */
  Map<String, Object> of(String subscriber) {
    return database.read(
        handle -> {
          var all = new LinkedHashMap<String, Object>();
          all.put(
              "person",
              rows(
                  handle,
                  "select address, zone, local_time, language, format, paused_until"
                      + " from subscriber where id = ?",
                  subscriber));
          all.put(
              "subscriptions",
              rows(
                  handle,
                  "select selection, cadence, day, state, zone, local_time, language, format,"
                      + " asked_at, asked_from, form, confirmed_at, confirmed_from, ended_at"
                      + " from subscription where subscriber = ? order by asked_at, id",
                  subscriber));
          all.put(
              "letters",
              rows(
                  handle,
                  "select id, kind, period, state, planned_at, settled_at, reply"
                      + " from letter where subscriber = ? order by planned_at, id",
                  subscriber));
          all.put(
              "returned",
              rows(
                  handle,
                  "select r.letter, r.kind, r.status, r.words, r.at from letter l join returned r"
                      + " on r.letter = l.id where l.subscriber = ? order by r.at",
                  subscriber));
          all.put(
              "items",
              rows(
                  handle,
                  "select distinct r.item_id, r.revision from letter l join sent s"
                      + " on s.letter = l.id join edition_item i on i.edition = s.edition"
                      + " join revision r on r.sequence = i.sequence where l.subscriber = ?"
                      + " order by r.item_id, r.revision",
                  subscriber));
          return all;
        });
  }

  private static List<Map<String, Object>> rows(Handle handle, String sql, String subscriber) {
    return handle.createQuery(sql).bind(0, subscriber).mapToMap().list();
  }
}
