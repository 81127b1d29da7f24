package org.regionwire.region.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.regionwire.region.gazetteer.Gazetteer;

/** What an operator can get wrong, one mistake at a time: told with its file and line. */
class BadRegionFilesTest {
  private static final Gazetteer GAZETTEER = Gazetteer.load();

  @TempDir Path folder;

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          an unknown parent         | x:/  name: X/  type: city/  parents: [skone]      | line 4: parent “skone” is not a region; did you mean
          an unknown member         | x:/  name: X/  type: network/  members: [malmo, lundd] | line 4: member “lundd” is not a region; did you mean lund
          an unknown code           | x:/  name: X/  type: city/  parents: [SE-QQ]      | line 4: parent “SE-QQ” is not a region
          itself as parent          | x:/  name: X/  type: city/  parents: [x]          | line 4: x would be part of itself: x → x
          itself as member          | x:/  name: X/  type: network/  members: [x]       | x would be part of itself: x → x
          a circle of parents       | x:/  name: X/  type: city/  parents: [y]/y:/  name: Y/  type: city/  parents: [x] | would be part of itself
          a circle of members       | x:/  name: X/  type: network/  members: [baltic-sea-region]/baltic-sea-region:/  members: [x] | would be part of itself
          a circle by the gazetteer | sweden:/  parents: [lund]                         | line 2: skane would be part of itself: skane → sweden → lund → skane
          a circle by members of the shipped | malmo:/  members: [sweden]               | line 2:
          a slug twice              | x:/  name: X/  type: city/x:/  name: X2/  type: city | line 4: “x” is there twice
          a slug with capitals      | Lund:/  name: Lunda/  type: city                  | line 1: “Lund” is not a slug
          the slug of everything    | all:/  name: All/  type: network                  | line 1: “all” stands for all regions
          no name and no type       | somewhere-new:/  languages: [en]                  | line 1: somewhere-new has no name
          a latitude beyond the pole | lund:/  centre: [91, 13]                         | line 2: the centre is [latitude, longitude] in degrees, not [91, 13]
          a longitude beyond the day | lund:/  centre: [55, 181]                        | line 2: the centre is [latitude, longitude] in degrees, not [55, 181]
          no number                 | lund:/  centre: [NaN, 13]                         | line 2: the centre is
          words for a centre        | lund:/  centre: [north, east]                     | line 2: the centre is
          half a centre             | lund:/  centre: [55.7]                            | line 2: the centre is
          a zone of nowhere         | lund:/  zone: Europe/Lund                         | line 2: “Europe/Lund” is not a time zone
          an unknown field          | lund:/  mayor: Ann                                | line 2: “mayor” is not one of name, type
          a field twice             | lund:/  zone: Europe/Oslo/  zone: Europe/Oslo     | line 3: “zone” is there twice
          a text for a list         | lund:/  parents: skane                            | line 2: a list is needed here
          a list for a region       | lund: [skane]                                     | line 1: names with values are needed here
          a fact without a year     | lund:/  facts:/    - { label: a, value: b, source: c } | line 3: the fact has no year
          an unknown part of a fact | lund:/  facts:/    - { label: a, value: b, source: c, year: d, unit: e } | line 3: “unit” is not one of label
          the code of another       | x:/  name: X/  type: city/  codes: [SE-M]         | line 4: code SE-M is already that of skane
          the code of another in the gazetteer | x:/  name: X/  type: city/  codes: [se-n] | line 4: code se-n is already that of halland
          the name of another       | x:/  name: Malmö/  type: city                     | line 2: “Malmö” is already a name of malmo
          a former slug in use      | lund:/  formerly: [malmo]                         | line 2: “malmo” is the slug of another region
          a former slug of two      | lund:/  formerly: [old]/ystad:/  formerly: [old]  | line 4: “old” was already the slug of lund
          a former slug that is none | lund:/  formerly: [Old Lund]                     | line 2: “Old Lund” was never a slug
          a broken file             | lund:/  name: [Lund                               | is not YAML
          a tab                     | lund:/`\t`name: Lund                              | is not YAML
          """)
  void is_told_with_its_line(String mistake, String yaml, String problem) throws IOException {
    Files.writeString(folder.resolve("mine.yaml"), yaml.replaceAll("(?<![A-Z][a-z]{5})/", "\n"));
    var refused =
        catchThrowableOfType(
            BadRegionFiles.class, () -> new RegionFiles(Optional.of(folder), GAZETTEER));
    assertThat(refused).as(mistake).isNotNull();
    assertThat(refused.problems())
        .anySatisfy(told -> assertThat(told).startsWith("mine.yaml line ").contains(problem));
  }
}
