package org.regionwire.archive;

import java.util.List;
import java.util.SortedSet;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.regionwire.news.PublishedItem;
import org.regionwire.news.SearchText;
import org.regionwire.news.SearchWords;

/**
 * The words of the present revisions, in the full-text index of the database: FTS5 of SQLite,
 * tsvector of PostgreSQL. Both are given a {@link SearchText}, whose words are folded and parted
 * already, so neither's own idea of what a word is comes into play.
 */
final class JdbiWords {
  /**
   * The rowid is the first sequence, so that a search walks from the newest item on. The tokenizer
   * parts words at spaces and takes every letter beyond ASCII for what it is. Texts are not kept.
   */
  private static final String SQLITE_TABLE =
      """
      create virtual table item_words using
        fts5 (words, content = '', contentless_delete = 1, tokenize = 'ascii')""";

  /** Texts are kept for words in quotes: a tsvector has only the first 256 places of each word. */
  private static final String POSTGRESQL_TABLE =
      """
      create table item_words (
        first_sequence bigint not null primary key,
        words text not null,
        lexemes tsvector not null
      );
      create index item_words_by_lexeme on item_words using gin (lexemes)""";

  private final Handle handle;
  private final boolean sqlite;

  JdbiWords(Handle handle, boolean sqlite) {
    this.handle = handle;
    this.sqlite = sqlite;
  }

  static String table(boolean sqlite) {
    return sqlite ? SQLITE_TABLE : POSTGRESQL_TABLE;
  }

  /**
   * In place of the words these items had before. As words are letters and digits, they are a
   * tsvector as PostgreSQL reads it.
   */
  void write(List<PublishedItem> items) {
    var batch =
        handle.prepareBatch(
            sqlite
                ? "insert or replace into item_words (rowid, words) values (:item, :words)"
                : """
                  insert into item_words (first_sequence, words, lexemes)
                  values (:item, :words, cast(:words as tsvector))
                  on conflict (first_sequence) do update set
                    words = excluded.words, lexemes = excluded.lexemes""");
    for (var item : items) {
      batch.bind("item", item.firstSequence()).bind("words", SearchText.of(item.item())).add();
    }
    batch.execute();
  }

  /** The column of the first sequence. */
  static String key(boolean sqlite) {
    return sqlite ? "item_words.rowid" : "item_words.first_sequence";
  }

  /**
   * A condition on {@code item_words}.
   *
   * @param parameter makes a parameter of a value
   */
  static String condition(boolean sqlite, SearchWords words, UnaryOperator<String> parameter) {
    return sqlite
        ? "item_words match " + parameter.apply(match(words.terms()))
        : "lexemes @@ cast("
            + parameter.apply(tsquery(words.terms()))
            + " as tsquery)"
            + words.terms().stream()
                .filter(term -> term.indexOf(' ') > 0)
                .map(term -> parameter.apply(SearchWords.pattern(term)))
                .map(pattern -> " and strpos(item_words.words, " + pattern + ") > 0")
                .collect(Collectors.joining());
  }

  /** Terms are letters, digits and spaces, so quotes are safe. */
  private static String match(SortedSet<String> terms) {
    return terms.stream()
        .map(
            term ->
                "\""
                    + SearchWords.withoutStar(term)
                    + "\""
                    + (SearchWords.hasAnyEnding(term) ? " *" : ""))
        .collect(Collectors.joining(" AND "));
  }

  private static String tsquery(SortedSet<String> terms) {
    return terms.stream()
        .flatMap(term -> List.of(term.split(" ", -1)).stream())
        .map(
            word ->
                "'"
                    + SearchWords.withoutStar(word)
                    + "'"
                    + (SearchWords.hasAnyEnding(word) ? ":*" : ""))
        .collect(Collectors.joining(" & "));
  }
}
