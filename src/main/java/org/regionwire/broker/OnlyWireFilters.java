package org.regionwire.broker;

import io.netty.handler.codec.mqtt.MqttMessage;
import io.netty.handler.codec.mqtt.MqttSubscribeMessage;
import io.netty.handler.codec.mqtt.MqttUnsubscribeMessage;
import java.util.List;
import java.util.regex.Pattern;
import org.apache.activemq.artemis.api.core.ActiveMQSecurityException;
import org.apache.activemq.artemis.core.protocol.mqtt.MQTTInterceptor;
import org.apache.activemq.artemis.spi.core.protocol.RemotingConnection;

/**
 * Ends an MQTT connection that asks for more than the wire. The broker itself would refuse it, but
 * only after it has taken the queue for the subscription's own, and then it deletes that queue with
 * everything in it (Artemis 2.55, {@code MQTTSubscriptionManager.addSubscription}).
 */
final class OnlyWireFilters implements MQTTInterceptor {
  private static final Pattern WIRE = Pattern.compile("wire(/[a-z0-9+#-]+)+");

  @Override
  public boolean intercept(MqttMessage packet, RemotingConnection connection) {
    if (filters(packet).stream().allMatch(filter -> WIRE.matcher(filter).matches())) {
      return true;
    }
    connection.fail(new ActiveMQSecurityException("outsiders can only subscribe to wire/…"));
    return false;
  }

  private static List<String> filters(MqttMessage packet) {
    if (packet instanceof MqttSubscribeMessage subscribe) {
      return subscribe.payload().topicSubscriptions().stream().map(s -> s.topicFilter()).toList();
    }
    return packet instanceof MqttUnsubscribeMessage end ? end.payload().topics() : List.of();
  }
}
