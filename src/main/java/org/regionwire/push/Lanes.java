package org.regionwire.push;

import java.net.InetAddress;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A lane of calls for each host, so that a host that hangs holds up itself alone. A lane looks its
 * host up once and goes to that address as long as there is something to do; hosts at one address
 * share what may go there at a time. For one thread.
 */
final class Lanes {
  /** Calls at a time, to one address and in all. */
  static final int AT_ONE_ADDRESS = 16;

  private static final int IN_ALL = 512;

  /** In a row, before the rest of a lane is let go. */
  private static final int SILENCES = 8;

  private final Map<String, Lane> lanes = new HashMap<>();
  private final Map<InetAddress, Place> places = new HashMap<>();
  private final ArrayDeque<Place> ready = new ArrayDeque<>();
  private final Set<String> known = new HashSet<>();
  private final Function<String, CompletionStage<InetAddress>> resolver;
  private final Caller caller;
  private final Executor thread;
  private int open;

  /**
   * One call to come.
   *
   * @param id nothing with the same is taken until {@link #release}
   * @param host to look up
   * @param call made when its turn comes
   * @param then gets the reply
   * @param let called instead if the host is silent, without having tried
   */
  record Job(String id, String host, Supplier<Call> call, Consumer<Reply> then, Runnable let) {}

  private static final class Lane {
    final String host;
    final ArrayDeque<Job> waiting = new ArrayDeque<>();
    @Nullable Place place;
    int open;
    int silences;

    Lane(String host) {
      this.host = host;
    }
  }

  /** An address, and the lanes that lead there and have something to do, each once. */
  private static final class Place {
    final InetAddress address;
    final Set<Lane> lanes = new LinkedHashSet<>();
    int open;
    boolean queued;

    Place(InetAddress address) {
      this.address = address;
    }

    Lane next() {
      var lane = lanes.iterator().next();
      lanes.remove(lane);
      return lane;
    }
  }

  /**
   * @param resolver from a host to the address to call
   * @param thread the one that uses this; replies come back to it
   */
  Lanes(Function<String, CompletionStage<InetAddress>> resolver, Caller caller, Executor thread) {
    this.resolver = resolver;
    this.caller = caller;
    this.thread = thread;
  }

  boolean knows(String id) {
    return known.contains(id);
  }

  void release(String id) {
    known.remove(id);
  }

  void add(Job job) {
    if (!known.add(job.id())) {
      return;
    }
    var lane = lanes.get(job.host());
    if (lane == null) {
      lane = new Lane(job.host());
      lanes.put(job.host(), lane);
      lookUp(lane);
    }
    lane.waiting.add(job);
    enqueue(lane);
  }

  private void lookUp(Lane lane) {
    resolver
        .apply(lane.host)
        .whenComplete((address, failure) -> thread.execute(() -> found(lane, address, failure)));
  }

  private void found(Lane lane, @Nullable InetAddress address, @Nullable Throwable failure) {
    if (address == null) {
      lanes.remove(lane.host);
      String reason = failure == null ? "" : Resolver.reason(failure);
      lane.waiting.forEach(job -> job.then().accept(Reply.none(reason)));
      return;
    }
    lane.place = places.computeIfAbsent(address, Place::new);
    enqueue(lane);
    run();
  }

  private void enqueue(Lane lane) {
    var place = lane.place;
    if (place != null && !lane.waiting.isEmpty()) {
      place.lanes.add(lane);
      enqueue(place);
    }
  }

  private void enqueue(Place place) {
    if (!place.queued && place.open < AT_ONE_ADDRESS && !place.lanes.isEmpty()) {
      place.queued = true;
      ready.add(place);
    }
  }

  /** Begins what may begin, one of each address in turn, and there one of each lane. */
  void run() {
    while (open < IN_ALL && !ready.isEmpty()) {
      var place = ready.remove();
      place.queued = false;
      begin(place, place.next());
      enqueue(place);
    }
  }

  private void begin(Place place, Lane lane) {
    var job = lane.waiting.poll();
    if (job != null) {
      lane.open++;
      place.open++;
      open++;
      caller
          .call(job.call().get(), place.address)
          .thenAccept(reply -> thread.execute(() -> done(place, lane, job, reply)));
      enqueue(lane);
    }
  }

  private void done(Place place, Lane lane, Job job, Reply reply) {
    open--;
    place.open--;
    lane.open--;
    lane.silences = reply.isSilence() ? lane.silences + 1 : 0;
    job.then().accept(reply);
    if (lane.silences >= SILENCES) {
      lane.waiting.forEach(rest -> rest.let().run());
      lane.waiting.clear();
      place.lanes.remove(lane);
    }
    if (lane.open == 0 && lane.waiting.isEmpty()) {
      lanes.remove(lane.host, lane);
    }
    enqueue(place);
    if (place.open == 0 && place.lanes.isEmpty()) {
      places.remove(place.address, place);
    }
    run();
  }
}
