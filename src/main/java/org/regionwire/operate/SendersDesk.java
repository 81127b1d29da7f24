package org.regionwire.operate;

import io.vertx.core.MultiMap;
import java.time.Clock;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.regionwire.intake.Refused;
import org.regionwire.pages.Answer;
import org.regionwire.pages.OperatorPages;
import org.regionwire.pages.operate.SendersPage;
import org.regionwire.pages.operate.SendersPage.Form;
import org.regionwire.pages.operate.Stamp;
import org.regionwire.region.Regions;
import org.regionwire.senders.Issued;
import org.regionwire.senders.Issuing;
import org.regionwire.senders.TokenWish;

/** Who may send: tokens are made and taken back, as the command {@code token} does. */
public final class SendersDesk {
  private static final int FORMS_REMEMBERED = 1_000;

  private final Issuing issuing;
  private final Regions regions;
  private final OperatorPages pages;
  private final RandomGenerator random;
  private final Clock clock;

  /** Forms that have made a token. */
  private final Set<String> used =
      Collections.synchronizedSet(
          Collections.newSetFromMap(
              new LinkedHashMap<>() {
                private static final long serialVersionUID = 1L;

                @Override
                protected boolean removeEldestEntry(Map.Entry<String, Boolean> eldest) {
                  return size() > FORMS_REMEMBERED;
                }
              }));

  /**
   * @param random a {@code SecureRandom}
   */
  public SendersDesk(
      Issuing issuing, Regions regions, OperatorPages pages, RandomGenerator random, Clock clock) {
    this.issuing = issuing;
    this.regions = regions;
    this.pages = pages;
    this.random = random;
    this.clock = clock;
  }

  /**
   * @param word for what was done; anything else says nothing
   */
  Answer senders(Optional<String> word) {
    String said =
        switch (word.orElse("")) {
          case "revoked" -> "Revoked; it works no more from the next second on.";
          case "not-valid" -> "It is no token, or was revoked before.";
          default -> "";
        };
    return page(200, said, "", Form.EMPTY);
  }

  private Answer page(int status, String said, String made, Form form) {
    Instant now = clock.instant();
    var tokens = issuing.all().stream().map(one -> token(one, now)).toList();
    String once = Long.toHexString(random.nextLong());
    return Answer.html(
        status, pages.senders(new SendersPage(said, status != 200, made, form, once, tokens)));
  }

  private static SendersPage.Token token(Issued one, Instant now) {
    var sender = one.sender();
    String ended = one.revoked().isPresent() ? "revoked" : "expired";
    return new SendersPage.Token(
        sender.token(),
        sender.name(),
        sender.everywhere() ? "all" : String.join(", ", sender.regions()),
        sender.perMinute() == 0 ? "" : Integer.toString(sender.perMinute()),
        one.valid(now) ? "valid" : ended,
        one.valid(now),
        new Stamp(one.created()),
        one.expires().map(Stamp::new),
        one.used().map(Stamp::new));
  }

  /** The token stands on the answer and nowhere else. A form that comes twice makes one. */
  Answer make(MultiMap fields) {
    var form =
        new Form(
            typed(fields, "sender"),
            typed(fields, "regions"),
            typed(fields, "rate"),
            typed(fields, "expires"));
    try {
      var wish =
          TokenWish.read(
              form.sender(),
              names(form.regions()),
              form.rate(),
              form.expires().isEmpty() ? Form.EMPTY.expires() : form.expires(),
              regions,
              clock.instant());
      String once = typed(fields, "once");
      if (!once.isEmpty() && !used.add(once)) {
        return page(
            409, "This form has made its token already; revoke it if you lost it.", "", form);
      }
      return page(200, "A token for " + wish.sender() + ":", issuing.issue(wish), Form.EMPTY);
    } catch (Refused refused) {
      return page(refused.status(), "Nothing was made: " + refused.getMessage(), "", form);
    }
  }

  private static List<String> names(String typed) {
    return Stream.of(typed.split(",")).map(String::strip).filter(one -> !one.isEmpty()).toList();
  }

  /** Gives the word under which the page says it. */
  String revoke(MultiMap fields) {
    return issuing.revoke(typed(fields, "token")) ? "revoked" : "not-valid";
  }

  private static String typed(MultiMap fields, String field) {
    return Optional.ofNullable(fields.get(field)).orElse("").strip();
  }
}
