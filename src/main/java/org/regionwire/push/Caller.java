package org.regionwire.push;

import java.net.InetAddress;
import java.util.concurrent.CompletionStage;

/** Calls callbacks. */
interface Caller {
  /**
   * @param at the address to connect to, whatever the callback's host resolves to by now
   * @return completes always, never with an exception
   */
  CompletionStage<Reply> call(Call call, InetAddress at);
}
