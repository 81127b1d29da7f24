package org.regionwire;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.encoder.EncoderBase;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * A line of JSON for each thing that is logged, flat: {@code time}, {@code level}, {@code logger},
 * {@code thread}, {@code node}, {@code message}, what the line is about ({@code item}, {@code
 * stage}, {@code route} …) and {@code error} with the stack.
 */
final class JsonLines extends EncoderBase<ILoggingEvent> {
  private static final JsonMapper JSON = new JsonMapper();
  private static final byte[] NOTHING = new byte[0];

  private final String node;

  JsonLines(String node) {
    this.node = node;
  }

  @Override
  public byte[] encode(ILoggingEvent event) {
    ObjectNode line =
        JSON.createObjectNode()
            .put("time", event.getInstant().toString())
            .put("level", event.getLevel().toString())
            .put("logger", event.getLoggerName())
            .put("thread", event.getThreadName())
            .put("node", node)
            .put("message", event.getFormattedMessage());
    event.getMDCPropertyMap().forEach(line::put);
    if (event.getKeyValuePairs() != null) {
      event.getKeyValuePairs().forEach(pair -> line.put(pair.key, String.valueOf(pair.value)));
    }
    Optional.ofNullable(event.getThrowableProxy())
        .ifPresent(thrown -> line.put("error", ThrowableProxyUtil.asString(thrown)));
    return (line + "\n").getBytes(StandardCharsets.UTF_8);
  }

  @Override
  public byte[] headerBytes() {
    return NOTHING;
  }

  @Override
  public byte[] footerBytes() {
    return NOTHING;
  }
}
