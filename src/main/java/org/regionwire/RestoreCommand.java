package org.regionwire;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.regionwire.archive.ItemJson;
import org.regionwire.backup.JdbiRestore;
import org.regionwire.backup.JdbiRestore.Hold;
import org.regionwire.broker.Broker;
import org.regionwire.broker.Envelope;
import org.regionwire.digest.Pause;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
    name = "restore",
    description = {
      "Put a backup into an empty folder and an empty database, as the settings name them: SQLite or"
          + " PostgreSQL, whichever it was made from. The whole file is checked before anything is"
          + " written. Then start the wire.",
      "What was sent, confirmed or unsubscribed after the backup is not known to it, so no letter"
          + " goes out until `digest resume`."
    },
    mixinStandardHelpOptions = true)
final class RestoreCommand implements Callable<Integer> {
  @Parameters(paramLabel = "<file>", description = "made by backup")
  private Path file = Path.of("");

  @Option(
      names = "--moved",
      description =
          "the wire was stopped before the backup and has not run since: letters go on at once")
  private boolean moved;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws Exception {
    var settings = Regionwire.settings();
    try (var lock = HomeLock.of(settings.home);
        var line = new ProgressLine(spec.commandLine().getErr());
        var restore = new JdbiRestore(file, line::show);
        var database = restore.open(settings.database)) {
      restore.files(settings.irreplaceable());
      send(restore, settings);
      String done = restore.tables(database, new ItemJson(), hold(restore));
      line.close();
      say(restore, done, settings);
    }
    return 0;
  }

  private Optional<Hold> hold(JdbiRestore restore) {
    return moved
        ? Optional.empty()
        : Optional.of(
            new Hold(
                Clock.systemUTC().instant(),
                Pause.OPEN,
                "restored from a backup of " + restore.made()));
  }

  /** Twice is harmless: the archive knows each by its key. */
  private static void send(JdbiRestore restore, Settings settings) throws Exception {
    if (restore.accepted() == 0) {
      return;
    }
    try (var broker = Brokers.start(settings, new SecureRandom());
        var sender = Brokers.sender(broker)) {
      restore.accepted(text -> sender.send("queue:" + Broker.ACCEPTED, Envelope.of(text)));
    }
  }

  private void say(JdbiRestore restore, String done, Settings settings) {
    PrintWriter out = spec.commandLine().getOut();
    out.println("Restored the backup of " + restore.made() + ": " + done + ".");
    out.println("Secrets are in " + settings.secrets.toAbsolutePath() + ".");
    out.println(
        moved
            ? "Start the wire."
            : "Start the wire. No letter goes out until `digest resume`; letters that went out after"
                + " the backup may come again then, and those who left after it get letters again.");
  }
}
