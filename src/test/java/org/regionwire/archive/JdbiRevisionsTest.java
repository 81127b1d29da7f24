package org.regionwire.archive;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JdbiRevisionsTest {
  @ParameterizedTest
  @CsvSource({"1, 1", "2, 2", "3, 4", "5, 8", "200, 256", "1000, 1024", "1024, 1024"})
  void batches_of_many_sizes_ask_with_few_statements(int many, int asked) {
    var all = IntStream.range(0, many).boxed().toList();
    var chunks = JdbiRevisions.chunks(all);
    assertThat(chunks).singleElement().satisfies(chunk -> assertThat(chunk).hasSize(asked));
    assertThat(chunks.get(0)).containsOnlyElementsOf(all);
  }

  @Test
  void what_is_too_long_for_one_statement_is_asked_in_several_and_all_of_it() {
    var all = IntStream.range(0, 2_500).boxed().toList();
    var chunks = JdbiRevisions.chunks(all);
    assertThat(chunks).extracting(List::size).containsExactly(1024, 1024, 512);
    assertThat(chunks.stream().flatMap(List::stream).distinct().toList()).isEqualTo(all);
  }

  @Test
  void nothing_is_asked_for_nothing() {
    assertThat(JdbiRevisions.chunks(List.of())).isEmpty();
  }
}
