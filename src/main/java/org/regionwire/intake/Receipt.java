package org.regionwire.intake;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;
import org.regionwire.news.RegionFound;

/**
 * The answer a sender gets: an HTTP body, or {@code <file>.receipt.json} beside the moved file.
 *
 * @param status {@code accepted}, {@code published}, {@code refused}, or {@code valid} in a dry run
 * @param revision 1 for a new item; absent while only the archive can say
 * @param regions where it goes, each with the evidence
 * @param possibleDuplicates items published before that seem to tell of the same event
 * @param problems of a refused submission, all of them
 * @param subscribers how many people would get it in their next digest, in a dry run
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
@JsonPropertyOrder({"id", "revision", "status"})
public record Receipt(
    Optional<String> id,
    Optional<Integer> revision,
    String status,
    Optional<Links> links,
    List<Where> regions,
    Optional<JsonNode> event,
    List<Twin> possibleDuplicates,
    List<Problem> problems,
    Optional<Long> subscribers) {

  /** Addresses of the item: its page, where it is now, and the feeds it is in. */
  @JsonInclude(JsonInclude.Include.NON_EMPTY)
  public record Links(Optional<String> self, Optional<String> status, List<String> feeds) {}

  /**
   * A region, and the evidence.
   *
   * @param role {@code about}: feeds of the region carry it; {@code mentioned}: only those that ask
   *     for mentions do
   * @param confidence from 0 to 1
   * @param why a sentence
   */
  @JsonInclude(JsonInclude.Include.NON_EMPTY)
  public record Where(
      String region,
      String how,
      String role,
      double confidence,
      String why,
      List<RegionFound.Mention> mentions) {}

  /** Another item, the address of its page, and why it seems to be about the same: a sentence. */
  public record Twin(String title, String page, String why) {}

  public static Receipt refused(List<Problem> problems) {
    return new Receipt(
        Optional.empty(),
        Optional.empty(),
        "refused",
        Optional.empty(),
        List.of(),
        Optional.empty(),
        List.of(),
        problems,
        Optional.empty());
  }
}
