package org.regionwire.broker;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import javax.security.auth.Subject;
import org.apache.activemq.artemis.core.security.CheckType;
import org.apache.activemq.artemis.core.security.Role;
import org.apache.activemq.artemis.spi.core.protocol.RemotingConnection;
import org.apache.activemq.artemis.spi.core.security.ActiveMQSecurityManager5;
import org.apache.activemq.artemis.spi.core.security.jaas.UserPrincipal;
import org.jspecify.annotations.Nullable;

/**
 * What outsiders may do: listen on {@code wire.…}, and nothing else. Everything is refused that is
 * not named here, so an inner queue needs no rule of its own. We ourselves do not come by here: the
 * broker lets its cluster user pass, and only this process knows that user's password.
 */
final class ReadersOnly implements ActiveMQSecurityManager5 {
  private static final Set<CheckType> LISTENING =
      EnumSet.of(
          CheckType.CONSUME,
          CheckType.CREATE_ADDRESS,
          CheckType.CREATE_NON_DURABLE_QUEUE,
          CheckType.DELETE_NON_DURABLE_QUEUE,
          // MQTT calls every subscription durable
          CheckType.CREATE_DURABLE_QUEUE,
          CheckType.DELETE_DURABLE_QUEUE);

  private final Map<String, String> readers;

  /**
   * @param readers passwords by user name
   */
  ReadersOnly(Map<String, String> readers) {
    this.readers = readers;
  }

  @Override
  public boolean validateUser(@Nullable String user, @Nullable String password) {
    if (user == null || password == null) {
      return false;
    }
    String right = readers.get(user);
    return right != null && MessageDigest.isEqual(bytes(right), bytes(password));
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  @Override
  public boolean validateUserAndRole(
      String user, String password, Set<Role> roles, CheckType checkType) {
    return false;
  }

  @Override
  public @Nullable Subject authenticate(
      String user, String password, RemotingConnection connection, String domain) {
    if (!validateUser(user, password)) {
      return null;
    }
    return new Subject(true, Set.of(new UserPrincipal(user)), Set.of(), Set.of());
  }

  /**
   * @param address of a queue with the queue's own name behind two colons; the address is the one
   *     the queue has, not the one somebody asked for
   */
  @Override
  public boolean authorize(Subject subject, Set<Role> roles, CheckType check, String address) {
    return LISTENING.contains(check) && address.startsWith(OutsideDoor.ROOT);
  }
}
