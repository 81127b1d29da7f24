package org.regionwire.push;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class LanesTest {
  private static final InetAddress ONE = InetAddress.getLoopbackAddress();

  /** Calls that are under way, and where. */
  private final List<CompletableFuture<Reply>> open = new ArrayList<>();

  private final List<InetAddress> called = new ArrayList<>();
  private final List<String> done = new ArrayList<>();

  @Test
  void many_names_of_one_address_share_what_may_go_there_and_take_turns() throws Exception {
    var two = InetAddress.getByName("127.0.0.2");
    var lanes =
        new Lanes(
            host -> CompletableFuture.completedStage(host.equals("other") ? two : ONE),
            (call, at) -> calling(at),
            Runnable::run);
    for (int i = 0; i < 1_000; i++) {
      lanes.add(job("name" + i % 100, i));
    }
    lanes.add(job("other", 1_000));
    lanes.run();
    assertThat(called).hasSize(Lanes.AT_ONE_ADDRESS + 1).contains(two);
    answerAll();
    assertThat(done).hasSize(1_001).doesNotHaveDuplicates();
    assertThat(done.subList(0, 100)).extracting(id -> id.split("/")[0]).doesNotHaveDuplicates();
  }

  private void answerAll() {
    int most = 0;
    while (!open.isEmpty()) {
      most = Math.max(most, open.size());
      open.remove(0).complete(new Reply(204, "", ""));
    }
    assertThat(most).isEqualTo(Lanes.AT_ONE_ADDRESS + 1);
  }

  @Test
  void an_address_that_is_done_with_is_called_again_later() {
    var lanes =
        new Lanes(
            host -> CompletableFuture.completedStage(ONE),
            (call, at) -> calling(at),
            Runnable::run);
    for (int i = 0; i < 3; i++) {
      lanes.add(job("a", i));
      lanes.run();
      answerAllOf(1);
    }
    assertThat(done).hasSize(3);
  }

  private void answerAllOf(int expected) {
    assertThat(open).hasSize(expected);
    List.copyOf(open).forEach(call -> call.complete(new Reply(204, "", "")));
    open.clear();
  }

  private CompletableFuture<Reply> calling(InetAddress at) {
    called.add(at);
    var reply = new CompletableFuture<Reply>();
    open.add(reply);
    return reply;
  }

  private Lanes.Job job(String host, int number) {
    String id = host + "/" + number;
    var callback = Callback.of("http://" + host + "/" + number);
    return new Lanes.Job(
        id,
        host,
        () -> new Call(callback, "/", Map.of(), new byte[0]),
        reply -> done.add(id),
        () -> {});
  }
}
