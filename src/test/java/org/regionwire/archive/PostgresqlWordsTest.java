package org.regionwire.archive;

import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toCollection;
import static org.assertj.core.api.Assertions.assertThat;
import static org.regionwire.news.Items.anItem;

import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.regionwire.news.PublishedItem;
import org.regionwire.news.SearchText;

class PostgresqlWordsTest extends ArchiveFixture {
  private static final int BLOCK = 20_000;

  @Override
  Database open() {
    return Databases.postgresql();
  }

  /** A tsvector has marks of its own, which no word may be taken for. */
  @Test
  void words_of_any_letters_are_indexed_as_they_are() {
    for (int from = 0; from <= Character.MAX_CODE_POINT; from += BLOCK) {
      String letters =
          IntStream.range(from, Math.min(from + BLOCK, Character.MAX_CODE_POINT))
              .filter(Character::isLetterOrDigit)
              .mapToObj(Character::toString)
              .collect(joining(" "));
      var item = add(anItem().saying("<p>" + letters + " ' \\ : * & a:1B 'b' c\\d</p>").build());
      assertThat(indexed(item)).isEqualTo(said(item));
    }
  }

  private static Set<String> said(PublishedItem item) {
    return Stream.of(SearchText.of(item.item()).split(" "))
        .filter(word -> !word.isEmpty())
        .collect(toCollection(TreeSet::new));
  }

  private Set<String> indexed(PublishedItem item) {
    return database.read(
        handle ->
            new TreeSet<>(
                handle
                    .select(
                        "select unnest(tsvector_to_array(lexemes)) from item_words"
                            + " where first_sequence = ?",
                        item.firstSequence())
                    .mapTo(String.class)
                    .list()));
  }
}
