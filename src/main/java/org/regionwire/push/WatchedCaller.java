package org.regionwire.push;

import java.net.InetAddress;
import java.util.concurrent.CompletionStage;
import org.regionwire.signals.Ending;
import org.regionwire.signals.Metrics;
import org.regionwire.signals.Stage;

/** Counts and times calls. */
final class WatchedCaller implements Caller {
  private final Caller caller;
  private final Metrics metrics;

  WatchedCaller(Caller caller, Metrics metrics) {
    this.caller = caller;
    this.metrics = metrics;
  }

  @Override
  public CompletionStage<Reply> call(Call call, InetAddress at) {
    long start = System.nanoTime();
    return caller
        .call(call, at)
        .whenComplete(
            (reply, failure) -> {
              var ending = reply == null ? Ending.FAILED : Ending.ofStatus(reply.status());
              metrics.ended(Stage.PUSH, ending, System.nanoTime() - start);
            });
  }
}
