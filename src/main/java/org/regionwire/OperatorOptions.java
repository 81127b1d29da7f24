package org.regionwire;

import java.io.PrintWriter;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Optional;
import org.regionwire.archive.Database;
import org.regionwire.operate.operators.JdbiOperators;
import picocli.CommandLine.Option;

/** The options of {@code token} that are about the operator's page. */
final class OperatorOptions {
  @Option(
      names = "--operator",
      arity = "0..1",
      paramLabel = "<name>",
      fallbackValue = "operator",
      description =
          "make a token for the operator's page and print it, this once: only its hash is kept."
              + " Another one of the same name works no more")
  private Optional<String> made = Optional.empty();

  @Option(
      names = "--revoke-operator",
      paramLabel = "<name>",
      description = "let the operator's token of this name work no more")
  private Optional<String> revoked = Optional.empty();

  @Option(names = "--operators", description = "list the operators' tokens")
  private boolean listing;

  boolean isAsked() {
    return made.isPresent() || revoked.isPresent() || listing;
  }

  /** Beside a running wire or without one. */
  void apply(Settings settings, PrintWriter out) {
    try (var database = Database.open(settings.database)) {
      var table = new JdbiOperators(database);
      revoked.ifPresent(
          name -> out.println(name + (table.revoke(name) ? " is revoked" : " has no token")));
      made.ifPresent(
          name ->
              out.println(
                  table.make(name, SecretFile.text(new SecureRandom()), Clock.systemUTC())));
      if (listing) {
        table.all().forEach(one -> out.println(one.line()));
      }
    }
  }
}
