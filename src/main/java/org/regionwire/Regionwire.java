package org.regionwire;

import io.vertx.ext.web.Router;
import java.io.IOException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.Collection;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.apache.camel.CamelContext;
import org.apache.camel.Route;
import org.apache.camel.component.platform.http.vertx.VertxPlatformHttpRouter;
import org.apache.camel.component.platform.http.vertx.VertxPlatformHttpServer;
import org.apache.camel.main.Main;
import org.apache.camel.support.LifecycleStrategySupport;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The program: without a command it runs the wire until it is told to stop. */
@Command(
    name = "regionwire",
    description = "A news wire for regions. Without a command: run until stopped (SIGTERM).",
    mixinStandardHelpOptions = true,
    versionProvider = Regionwire.Version.class,
    subcommands = {
      TokenCommand.class,
      CheckCommand.class,
      DigestCommand.class,
      RegionsCommand.class,
      ParkedCommand.class,
      ReplayCommand.class,
      BackupCommand.class,
      RestoreCommand.class,
      RebuildCommand.class
    })
public final class Regionwire implements Callable<Integer> {
  /** Camel takes 20 s at most for what is under way. */
  private static final Duration LONGEST_STOP = Duration.ofSeconds(25);

  private final PrintStream out;

  @Option(
      names = "--roles",
      paramLabel = "<role>,…",
      description = "What this node does: some of intake,archive,feeds,digest,web (all).")
  private Optional<String> roles = Optional.empty();

  private Regionwire(PrintStream out) {
    this.out = out;
  }

  public static void main(String[] args) {
    var wire = new Regionwire(System.out);
    if (args.length == 0) {
      System.exit(wire.run());
    }
    var commands = new CommandLine(wire);
    commands.setExecutionExceptionHandler(Regionwire::say);
    System.exit(commands.execute(args));
  }

  /** Without reading a command line, which takes a tenth of the start. */
  private int run() {
    try {
      return call();
    } catch (Exception failure) {
      return say(failure, new PrintWriter(System.err, true));
    }
  }

  private static int say(Exception failure, CommandLine command, CommandLine.ParseResult parsed) {
    return say(failure, command.getErr());
  }

  /** One sentence for what a person can mend; the log has the rest. */
  private static int say(Exception failure, PrintWriter err) {
    LoggerFactory.getLogger(Regionwire.class).debug("", failure);
    Throwable cause = failure;
    while (cause.getCause() != null) {
      cause = cause.getCause();
    }
    String what = cause.getMessage() == null ? cause.toString() : cause.getMessage();
    err.println("regionwire: " + what);
    return 1;
  }

  static final class Version implements CommandLine.IVersionProvider {
    @Override
    public String[] getVersion() {
      String version = Regionwire.class.getPackage().getImplementationVersion();
      return new String[] {"Regionwire " + (version == null ? "(from classes)" : version)};
    }
  }

  /** From the environment and the system properties, over what is shipped. */
  static Settings settings() {
    return settings(Optional.empty());
  }

  /** What is said on the command line goes before all else. */
  private static Settings settings(Optional<String> roles) {
    var environment = new TreeMap<>(System.getenv());
    roles.ifPresent(some -> environment.put("REGIONWIRE_ROLES", some));
    return new Settings(environment, System.getProperties());
  }

  @Override
  public Integer call() throws Exception {
    Footprint.chooseSmallChunks();
    var settings = settings(roles);
    Logging.speak(settings.logs, settings::nodeName);
    mustBeFree(settings.host, settings.port);
    var stopped = new CountDownLatch(1);
    var wiring = new Wiring(settings, () -> Runtime.getRuntime().halt(1));
    Main main = camel(settings, wiring);
    Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(main, wiring, stopped), "stop"));
    main.start();
    out.println(ready(settings));
    wiring.warmUp();
    Footprint.giveBack();
    stopped.await();
    return 0;
  }

  /** Asked before anything starts: Camel only logs that the port is taken, and goes on without. */
  private static void mustBeFree(String host, int port) throws IOException {
    try {
      new ServerSocket(port, 1, InetAddress.getByName(host)).close();
    } catch (IOException e) {
      throw new IOException(
          "cannot listen on "
              + host
              + ":"
              + port
              + " ("
              + e.getMessage()
              + "); set regionwire.http.port to a free one");
    }
  }

  static Main camel(Settings settings, Wiring wiring) {
    var main = new Main();
    settings.placeholders().forEach(main::addOverrideProperty);
    main.addOverrideProperty("camel.main.routesIncludePattern", RouteFiles.in(settings.routes));
    wiring.beans().forEach(main::bind);
    main.bind("doorkeeper", doorkeeper(wiring));
    return main;
  }

  /** Mounts the door when the server listens and before a route takes from it. */
  private static LifecycleStrategySupport doorkeeper(Wiring wiring) {
    return new LifecycleStrategySupport() {
      private boolean mounted;

      @Override
      public void onRoutesAdd(Collection<Route> routes) {
        if (!mounted) {
          CamelContext camel = routes.iterator().next().getCamelContext();
          var camels = camel.hasService(VertxPlatformHttpServer.class).getServer();
          wiring.mount(router(camel), camels);
          wiring.observe(camel);
          mounted = true;
        }
      }

      @Override
      public void onContextStarted(CamelContext camel) {
        wiring.listen(router(camel));
      }
    };
  }

  private static Router router(CamelContext camel) {
    return VertxPlatformHttpRouter.lookup(camel, VertxPlatformHttpRouter.getRouterNameFromPort(0));
  }

  private static void stop(Main main, Wiring wiring, CountDownLatch stopped) {
    Thread stopping = Thread.currentThread();
    var patience = new Thread(() -> endAnyway(stopping), "patience");
    patience.setDaemon(true);
    patience.start();
    try (wiring) {
      main.stop();
    } catch (Exception e) {
      System.err.println("stopping: " + e);
    } finally {
      stopped.countDown();
    }
  }

  /** A stop that hangs ends as a crash does, which loses nothing, and says where it hung. */
  private static void endAnyway(Thread stopping) {
    try {
      stopping.join(LONGEST_STOP.toMillis());
    } catch (InterruptedException e) {
      return;
    }
    if (!stopping.isAlive()) {
      return;
    }
    System.err.println("stopping takes longer than " + LONGEST_STOP + "; ending. It hangs in");
    for (StackTraceElement frame : stopping.getStackTrace()) {
      System.err.println("  " + frame);
    }
    Runtime.getRuntime().halt(1);
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
