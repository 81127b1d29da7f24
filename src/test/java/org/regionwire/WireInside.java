package org.regionwire;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import org.apache.camel.main.Main;
import org.regionwire.news.Ports;

/** A whole wire in this process, with the shipped routes. */
final class WireInside implements AutoCloseable {
  final Settings settings;
  final Wiring wiring;
  final Main main;

  /**
   * @param more of the environment
   * @param ended what happens when it ends the process
   */
  WireInside(Path home, Map<String, String> more, Runnable ended) throws Exception {
    var environment = new HashMap<>(more);
    environment.put("REGIONWIRE_HOME", home.toString());
    environment.put("REGIONWIRE_HTTP_PORT", Integer.toString(Ports.free()));
    settings = new Settings(environment, new Properties());
    wiring = new Wiring(settings, ended);
    main = Regionwire.camel(settings, wiring);
    main.start();
  }

  @Override
  public void close() throws Exception {
    main.stop();
    wiring.close();
  }
}
