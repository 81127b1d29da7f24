package org.regionwire.broker;

import jakarta.jms.Connection;
import jakarta.jms.JMSException;
import org.apache.activemq.artemis.jms.client.ActiveMQConnection;
import org.apache.activemq.artemis.jms.client.ActiveMQConnectionFactory;

/**
 * Connects to one place and to no other: the client would go to the other one of a pair, of which
 * the first had told it, without a word.
 */
final class Straight extends ActiveMQConnectionFactory {
  private static final long serialVersionUID = 1L;

  private final String place;

  /**
   * @param place {@code host:port}
   */
  Straight(String place, String url) {
    super(url);
    this.place = place;
  }

  @Override
  public Connection createConnection() throws JMSException {
    var connection = (ActiveMQConnection) super.createConnection();
    var to = connection.getSessionFactory().getConnectorConfiguration().getParams();
    if (!place.equals(to.get("host") + ":" + to.get("port"))) {
      connection.close();
      throw new JMSException("nobody answers at " + place);
    }
    return connection;
  }
}
