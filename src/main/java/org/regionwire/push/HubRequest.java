package org.regionwire.push;

/**
 * What a subscriber asks of the hub (WebSub section 5.1).
 *
 * @param secret empty if none was given
 */
record HubRequest(
    Intent.Mode mode, String topic, Callback callback, long leaseSeconds, String secret) {}
