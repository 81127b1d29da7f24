package org.regionwire;

import io.vertx.ext.web.Router;
import java.io.PrintStream;
import java.util.Collection;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.apache.camel.CamelContext;
import org.apache.camel.Route;
import org.apache.camel.component.platform.http.vertx.VertxPlatformHttpRouter;
import org.apache.camel.main.Main;
import org.apache.camel.support.LifecycleStrategySupport;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The program: without a command it runs the wire until it is told to stop. */
@Command(
    name = "regionwire",
    description = "A news wire for regions. Without a command: run until stopped (SIGTERM).",
    mixinStandardHelpOptions = true,
    versionProvider = Regionwire.Version.class)
public final class Regionwire implements Callable<Integer> {
  private final PrintStream out;

  private Regionwire(PrintStream out) {
    this.out = out;
  }

  public static void main(String[] args) {
    var commands = new CommandLine(new Regionwire(System.out));
    System.exit(commands.execute(args));
  }

  static final class Version implements CommandLine.IVersionProvider {
    @Override
    public String[] getVersion() {
      String version = Regionwire.class.getPackage().getImplementationVersion();
      return new String[] {"Regionwire " + (version == null ? "(from classes)" : version)};
    }
  }

  @Override
  public Integer call() throws Exception {
    var settings = new Settings(System.getenv(), System.getProperties());
    var stopped = new CountDownLatch(1);
    var wiring = new Wiring(settings);
    Main main = camel(settings, wiring);
    Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(main, wiring, stopped), "stop"));
    main.start();
    out.println(ready(settings));
    stopped.await();
    return 0;
  }

  private static Main camel(Settings settings, Wiring wiring) {
    var main = new Main();
    settings.values().forEach(main::addOverrideProperty);
    wiring.beans().forEach(main::bind);
    main.bind("doorkeeper", doorkeeper(wiring, settings));
    return main;
  }

  /** Mounts the door when the server listens and before a route takes from it. */
  private static LifecycleStrategySupport doorkeeper(Wiring wiring, Settings settings) {
    return new LifecycleStrategySupport() {
      private boolean mounted;

      @Override
      public void onRoutesAdd(Collection<Route> routes) {
        if (!mounted) {
          wiring.mount(router(routes.iterator().next().getCamelContext(), settings.port));
          mounted = true;
        }
      }
    };
  }

  private static Router router(CamelContext camel, int port) {
    return VertxPlatformHttpRouter.lookup(
        camel, VertxPlatformHttpRouter.getRouterNameFromPort(port));
  }

  private static void stop(Main main, Wiring wiring, CountDownLatch stopped) {
    try (wiring) {
      main.stop();
    } catch (Exception e) {
      System.err.println("stopping: " + e);
    } finally {
      stopped.countDown();
    }
  }

  private static String ready(Settings settings) {
    return "Regionwire is ready: "
        + settings.base
        + "/  feeds "
        + settings.base
        + "/feeds/all.atom  inbox "
        + settings.inbox
        + "/  token "
        + settings.token();
  }
}
