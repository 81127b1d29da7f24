package org.regionwire.broker;

import java.io.IOException;
import java.net.ConnectException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The places where an outside broker may be, of which one works at a time, and which of them is
 * believed. A broker that fell silent may have been followed by the other without knowing it: when
 * it is back, it takes messages for a moment, until it finds out and ends; those are lost. So it is
 * believed again only when it has answered for longer than that, or has ended in between. Of a
 * single broker nothing is doubted.
 */
final class Pair {
  /** Until a broker that is back has asked for its lock, which takes it up to 2 s. */
  static final Duration SETTLED = Duration.ofSeconds(4);

  private static final int CONNECT_MILLIS = 500;

  private final List<String> places;
  private final Set<String> doubted = ConcurrentHashMap.newKeySet();
  private final AtomicInteger turn = new AtomicInteger();
  private volatile Optional<String> working = Optional.empty();

  /**
   * @param places {@code host:port} each
   */
  Pair(List<String> places) {
    this.places = List.copyOf(places);
    if (places.size() > 1) {
      doubted.addAll(places);
    }
  }

  /** The next one to try. */
  String next() {
    return places.get(Math.floorMod(turn.getAndIncrement(), places.size()));
  }

  /** Which one works and is believed. */
  Optional<String> working() {
    return working;
  }

  /**
   * It has answered.
   *
   * @param unbroken for how long it has without a gap
   */
  void answered(String place, Duration unbroken) {
    if (unbroken.compareTo(SETTLED) >= 0) {
      doubted.remove(place);
    }
    working = Optional.of(place).filter(one -> !doubted.contains(one));
  }

  /** It has not answered in time, or is cut off. */
  void fellSilent(String place) {
    working = Optional.empty();
    if (places.size() > 1) {
      doubted.add(place);
    }
  }

  /** Looks whether those that are doubted, but do not work, listen at all; up to 0.5 s each. */
  void lookForThoseGone() {
    for (String place : Set.copyOf(doubted)) {
      if (!listens(place)) {
        // a process that begins there asks for its lock first
        doubted.remove(place);
      }
    }
  }

  /** False only if its machine says so: one that hangs or vanished may be there. */
  private static boolean listens(String place) {
    int colon = place.lastIndexOf(':');
    int port = Integer.parseInt(place.substring(colon + 1));
    try (var socket = new Socket()) {
      socket.connect(new InetSocketAddress(place.substring(0, colon), port), CONNECT_MILLIS);
      return true;
    } catch (ConnectException e) {
      return false;
    } catch (IOException e) {
      return true;
    }
  }
}
