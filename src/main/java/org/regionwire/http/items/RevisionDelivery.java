package org.regionwire.http.items;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vertx.core.Handler;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.regionwire.archive.Archive;
import org.regionwire.news.Change;
import org.regionwire.news.ItemId;
import org.regionwire.news.PublishedItem;
import org.regionwire.pages.Answer;
import org.regionwire.senders.Sender;
import org.regionwire.web.ProblemJson;

/**
 * {@code GET /items/{id}/revisions} and {@code /items/{id}/revisions/{n}}: every revision, each
 * byte for byte as the item's JSON was then. Of a withdrawn item only for those who may change it.
 */
public final class RevisionDelivery implements Handler<RoutingContext> {
  private static final JsonMapper JSON = new JsonMapper();

  private final Archive archive;
  private final Function<PublishedItem, String> json;
  private final Function<HttpServerRequest, Optional<Sender>> senders;

  /**
   * @param json of an item, for readers
   * @param senders who sends a request, by its token
   */
  public RevisionDelivery(
      Archive archive,
      Function<PublishedItem, String> json,
      Function<HttpServerRequest, Optional<Sender>> senders) {
    this.archive = archive;
    this.json = json;
    this.senders = senders;
  }

  @Override
  public void handle(RoutingContext context) {
    String id = context.pathParam("id");
    String number = context.pathParams().getOrDefault("number", "");
    var sender = senders.apply(context.request());
    context
        .vertx()
        .executeBlocking(() -> answer(id, number, sender), false)
        .onFailure(context::fail)
        .onSuccess(answer -> answer.send(context));
  }

  private Answer answer(String id, String number, Optional<Sender> sender) {
    List<PublishedItem> all = ItemId.isOne(id) ? archive.revisions(new ItemId(id)) : List.of();
    if (all.isEmpty() || all.get(all.size() - 1).unborn()) {
      return problem(ProblemJson.of(404, "no item has this id"));
    }
    PublishedItem present = all.get(all.size() - 1);
    String author = all.get(0).item().origin().sender();
    if (present.withdrawn() && sender.filter(one -> one.answersFor(author)).isEmpty()) {
      var gone = ProblemJson.of(410, "The sender has withdrawn this item.");
      present.note().ifPresent(reason -> gone.put("reason", reason));
      return problem(gone);
    }
    return number.isEmpty() ? list(all) : one(all, number);
  }

  private Answer one(List<PublishedItem> all, String number) {
    return all.stream()
        .filter(revision -> Integer.toString(revision.revision()).equals(number))
        .findFirst()
        .map(
            revision ->
                Answer.text(200, "application/json", json.apply(revision))
                    .ofRevision(revision.revision()))
        .orElseGet(() -> problem(ProblemJson.of(404, "the item has no such revision")));
  }

  private static Answer list(List<PublishedItem> all) {
    ObjectNode tree = JSON.createObjectNode().put("id", all.get(0).id().value());
    var revisions = tree.putArray("revisions");
    boolean gone = false;
    for (PublishedItem revision : all) {
      ObjectNode node = revisions.addObject().put("revision", revision.revision());
      node.put("what", gone && !revision.withdrawn() ? "restoration" : what(revision));
      node.put("received", revision.item().origin().received().toString());
      node.put("updated", revision.updated().toString());
      revision.note().ifPresent(note -> node.put("note", note));
      node.put("href", "/items/" + revision.id() + "/revisions/" + revision.revision());
      gone = revision.withdrawn();
    }
    return Answer.text(200, "application/json", tree.toPrettyString() + "\n");
  }

  private static String what(PublishedItem revision) {
    if (revision.revision() == 1) {
      return "publication";
    }
    return revision
        .item()
        .origin()
        .change()
        .map(Change::what)
        .orElse(Change.What.CORRECTION)
        .name()
        .toLowerCase(Locale.ROOT);
  }

  private static Answer problem(ObjectNode problem) {
    return Answer.text(
        problem.path("status").asInt(), ProblemJson.MEDIA_TYPE, ProblemJson.write(problem));
  }
}
