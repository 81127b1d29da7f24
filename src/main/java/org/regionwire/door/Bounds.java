package org.regionwire.door;

import java.util.function.ToIntFunction;

/**
 * How much is too much.
 *
 * @param sender submissions and changes a minute with one token, unless the token says otherwise
 * @param network submissions, changes and requests to the hub a minute from one network
 * @param asks requests for letters an hour from one network
 * @param underway requests that are answered at once
 * @param queue items that wait for the archive
 */
public record Bounds(int sender, int network, int asks, int underway, int queue) {
  /** As settings of these names say. */
  public static Bounds of(ToIntFunction<String> setting) {
    return new Bounds(
        setting.applyAsInt("sender"),
        setting.applyAsInt("network"),
        setting.applyAsInt("asks"),
        setting.applyAsInt("underway"),
        setting.applyAsInt("queue"));
  }
}
