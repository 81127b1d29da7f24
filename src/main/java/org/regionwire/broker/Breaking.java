package org.regionwire.broker;

import jakarta.jms.Connection;
import jakarta.jms.ExceptionListener;
import jakarta.jms.JMSException;
import java.util.Optional;
import org.apache.activemq.artemis.api.core.ActiveMQNotConnectedException;
import org.apache.activemq.artemis.jms.client.ActiveMQConnection;

/** Knows whether a connection is broken, and breaks it when it is run. */
final class Breaking implements ExceptionListener, Runnable {
  private final Connection connection;
  private volatile boolean broken;

  Breaking(Connection connection) {
    this.connection = connection;
  }

  boolean isBroken() {
    return broken;
  }

  @Override
  public void onException(JMSException failure) {
    broken = true;
  }

  /** As if the other side had hung up: closing it would ask the other side first. */
  @Override
  public void run() {
    broken = true;
    if (connection instanceof ActiveMQConnection artemis) {
      // none when it is closed already
      Optional.ofNullable(artemis.getSessionFactory().getConnection())
          .ifPresent(
              wire -> wire.fail(new ActiveMQNotConnectedException("the broker took too long")));
    }
  }
}
