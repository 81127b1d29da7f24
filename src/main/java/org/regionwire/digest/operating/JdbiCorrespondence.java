package org.regionwire.digest.operating;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.regionwire.archive.Database;

/** What the ledger knows of the letters of one person. */
public final class JdbiCorrespondence {
  private static final int MOST = 100;

  private final Database database;

  JdbiCorrespondence(Database database) {
    this.database = database;
  }

  /**
   * One letter.
   *
   * @param reply of the server that took or refused it
   * @param returned what came back: its kind, status and words; empty when nothing did
   */
  public record Line(
      String id,
      String kind,
      String period,
      String state,
      Instant planned,
      int tries,
      String reply,
      String returned) {

    /** With another text in the place of an address. */
    Line without(String address, String instead) {
      return new Line(
          id,
          kind,
          period,
          state,
          planned,
          tries,
          replaced(reply, address, instead),
          replaced(returned, address, instead));
    }

    private static String replaced(String text, String address, String instead) {
      return Pattern.compile(Pattern.quote(address), Pattern.CASE_INSENSITIVE)
          .matcher(text)
          .replaceAll(Matcher.quoteReplacement(instead));
    }
  }

  /** The latest first. */
  List<Line> of(String subscriber) {
    return database.read(
        handle ->
            handle
                .createQuery(
                    "select l.id, l.kind, l.period, l.state, l.planned_at, l.tries, l.reply,"
                        + " coalesce(r.kind || ' ' || r.status || ' ' || r.words, '') as returned"
                        + " from letter l left join returned r on r.letter = l.id"
                        + " where l.subscriber = :who order by l.planned_at desc, l.id limit :most")
                .bind("who", subscriber)
                .bind("most", MOST)
                .map((row, context) -> line(row))
                .list());
  }

  private static Line line(ResultSet row) throws SQLException {
    return new Line(
        row.getString("id"),
        row.getString("kind"),
        row.getString("period"),
        row.getString("state"),
        Instant.ofEpochMilli(row.getLong("planned_at")),
        row.getInt("tries"),
        row.getString("reply"),
        row.getString("returned"));
  }
}
