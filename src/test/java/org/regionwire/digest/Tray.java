package org.regionwire.digest;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.regionwire.digest.mail.Mail;
import org.regionwire.digest.mail.Outbox;
import org.regionwire.digest.mail.Outcome;

/** Keeps what is sent; can be told how the next attempts end. */
final class Tray implements Outbox {
  /** As if the process had died. */
  static final class Killed extends Error {
    private static final long serialVersionUID = 1L;
  }

  /** How one attempt ends. */
  interface Fate {
    Outcome meets(Mail mail, List<Mail> arrived);
  }

  static final Fate KILLED_BEFORE =
      (mail, arrived) -> {
        throw new Killed();
      };
  static final Fate KILLED_AFTER =
      (mail, arrived) -> {
        arrived.add(mail);
        throw new Killed();
      };

  final List<Mail> arrived = new ArrayList<>();
  private final Deque<Fate> fates = new ArrayDeque<>();
  private Optional<Outbox> behind = Optional.empty();

  /** What arrives is laid there too, and erased there. */
  void lies(Outbox outbox) {
    behind = Optional.of(outbox);
  }

  @Override
  public void erase(Set<String> ids) {
    behind.ifPresent(outbox -> outbox.erase(ids));
  }

  @Override
  public void eraseUnknown(Instant since, Predicate<String> known) {
    behind.ifPresent(outbox -> outbox.eraseUnknown(since, known));
  }

  void next(Fate fate) {
    fates.add(fate);
  }

  void nextAnswers(Outcome.Kind kind) {
    fates.add((mail, arrived) -> new Outcome(kind, "said so"));
  }

  void everythingGoesWell() {
    fates.clear();
  }

  List<Mail> to(String address) {
    return arrived.stream().filter(mail -> mail.to().equals(address)).toList();
  }

  @Override
  public Outcome send(Mail mail) {
    if (!fates.isEmpty()) {
      return fates.poll().meets(mail, arrived);
    }
    arrived.add(mail);
    behind.ifPresent(outbox -> outbox.send(mail));
    return new Outcome(Outcome.Kind.ACCEPTED, "250 ok");
  }

  @Override
  public void close() {}
}
