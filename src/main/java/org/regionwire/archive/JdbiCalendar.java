package org.regionwire.archive;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.regionwire.news.Kind;
import org.regionwire.news.Selection;

/**
 * The events of a selection by their time: the index of last days is walked from one day on, so
 * that what is long over costs nothing.
 */
final class JdbiCalendar {
  private final JdbiConditions conditions;
  private final String sql;

  JdbiCalendar(Selection selection, boolean sqlite) {
    this.conditions = new JdbiConditions(selection, sqlite);
    this.sql =
        "select sequence, first_sequence, starts from (select walked.sequence,"
            + " walked.first_sequence, walked.starts from item walked where walked.ends >= :from"
            + " and walked.kind = '"
            + Kind.EVENT.word()
            + "' and (walked.expires is null or walked.expires > :now) and not exists (select 1"
            + " from withdrawal unborn where unborn.first_sequence = walked.first_sequence"
            + " and unborn.sequence = unborn.first_sequence)"
            + conditions.text()
            + " order by case when walked.ends >= :today then walked.starts end nulls last,"
            + " walked.ends desc, walked.first_sequence limit :limit) nearest"
            + " order by starts, first_sequence";
  }

  /** Of their present revisions. */
  List<Long> sequences(Handle handle, LocalDate from, int limit, Instant now) {
    return handle
        .createQuery(sql)
        .bindMap(conditions.parameters())
        .bind("from", from.toString())
        .bind("today", LocalDate.ofInstant(now, ZoneOffset.UTC).toString())
        .bind("now", now.toEpochMilli())
        .bind("limit", limit)
        .mapTo(Long.class)
        .list();
  }

  String sql() {
    return sql;
  }

  /** SQL for the last day of the event in the column {@code document}, when it says so. */
  static String endInDocument(boolean sqlite) {
    return sqlite
        ? "substr(coalesce(json_extract(document, '$.enriched.item.event.end'),"
            + " json_extract(document, '$.enriched.item.event.start'),"
            + " json_extract(document, '$.enriched.when.end')), 1, 10)"
        : "substr(coalesce(document::json #>> '{enriched,item,event,end}',"
            + " document::json #>> '{enriched,item,event,start}',"
            + " document::json #>> '{enriched,when,end}'), 1, 10)";
  }
}
