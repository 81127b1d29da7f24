package org.regionwire.push;

/**
 * Someone who is told of a topic.
 *
 * @param secret empty if there is none
 * @param etag of the bytes they were told last
 * @param attempts that failed since the last success
 */
record Follower(
    String id, String topic, Callback callback, String secret, String etag, int attempts) {}
