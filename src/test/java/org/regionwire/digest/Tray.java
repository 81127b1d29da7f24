package org.regionwire.digest;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import org.regionwire.digest.mail.Mail;
import org.regionwire.digest.mail.Outbox;
import org.regionwire.digest.mail.Outcome;

/** Keeps what is sent; can be told how the next attempts end. */
public final class Tray implements Outbox {
  /** As if the process had died. */
  public static final class Killed extends Error {
    private static final long serialVersionUID = 1L;
  }

  /** How one attempt ends. */
  public interface Fate {
    Outcome meets(Mail mail, List<Mail> arrived);
  }

  public static final Fate KILLED_BEFORE =
      (mail, arrived) -> {
        throw new Killed();
      };
  public static final Fate KILLED_AFTER =
      (mail, arrived) -> {
        arrived.add(mail);
        throw new Killed();
      };

  private static final Outcome ACCEPTED = new Outcome(Outcome.Kind.ACCEPTED, "250 ok");
  private static final Fate TAKEN =
      (mail, arrived) -> {
        arrived.add(mail);
        return ACCEPTED;
      };

  public final List<Mail> refused = Collections.synchronizedList(new ArrayList<>());
  public final List<Mail> arrived = Collections.synchronizedList(new ArrayList<>());
  private final Deque<Fate> fates = new ConcurrentLinkedDeque<>();
  private volatile Fate usual = TAKEN;
  private Optional<Outbox> behind = Optional.empty();

  /** What arrives is laid there too, and erased there. */
  public void lies(Outbox outbox) {
    behind = Optional.of(outbox);
  }

  @Override
  public boolean keeps() {
    return behind.isPresent();
  }

  @Override
  public void erase(Set<String> ids) {
    behind.ifPresent(outbox -> outbox.erase(ids));
  }

  @Override
  public void eraseUnknown(Instant since, Predicate<String> known) {
    behind.ifPresent(outbox -> outbox.eraseUnknown(since, known));
  }

  public void next(Fate fate) {
    fates.add(fate);
  }

  public void nextAnswers(Outcome.Kind kind) {
    fates.add((mail, arrived) -> new Outcome(kind, "said so"));
  }

  /** From now on, for these, unless something else is next. */
  public void always(Predicate<Mail> which, Outcome outcome) {
    usual =
        (mail, into) -> {
          if (which.test(mail)) {
            refused.add(mail);
            return outcome;
          }
          into.add(mail);
          return ACCEPTED;
        };
  }

  public void everythingGoesWell() {
    fates.clear();
    usual = TAKEN;
  }

  public List<Mail> to(String address) {
    return List.copyOf(arrived).stream().filter(mail -> mail.to().equals(address)).toList();
  }

  @Override
  public Outcome send(Mail mail, BooleanSupplier leave) {
    if (!leave.getAsBoolean()) {
      return new Outcome(Outcome.Kind.DEFERRED, "taken back");
    }
    var fate = fates.poll();
    if (fate != null) {
      return fate.meets(mail, arrived);
    }
    behind.ifPresent(outbox -> outbox.send(mail));
    return usual.meets(mail, arrived);
  }

  @Override
  public void close() {}
}
