package org.regionwire.push;

import java.util.Optional;

/** The feeds that can be followed: the topics of WebSub. */
public interface FeedSource {
  /** What is wrong with an address as a topic, as a sentence without its subject; else empty. */
  Optional<String> objection(String address);

  /** Of a topic's bytes as a reader would get them now. May block, unless {@link #isReady}. */
  String etag(String topic);

  /** Whether a topic's bytes are there, so that asking for their tag costs nothing. */
  boolean isReady(String topic);

  /** A topic as a reader would get it now. May block. */
  FeedContent content(String topic);

  /**
   * @param etag of the bytes
   * @param mediaType as in Content-Type
   * @param bytes nobody writes to them
   * @param link the Link header: hub and self (WebSub section 4)
   */
  record FeedContent(String etag, String mediaType, byte[] bytes, String link) {}
}
