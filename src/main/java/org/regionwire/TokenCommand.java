package org.regionwire;

import java.io.PrintWriter;
import java.nio.file.Files;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.regionwire.archive.Database;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(
    name = "token",
    description =
        "Print the submit token, made now if there is none yet; or make a token for the operator's"
            + " page.",
    mixinStandardHelpOptions = true)
final class TokenCommand implements Callable<Integer> {
  @Option(
      names = "--operator",
      arity = "0..1",
      paramLabel = "<name>",
      fallbackValue = "operator",
      description =
          "make a token for the operator's page and print it, this once: only its hash is kept."
              + " Another one of the same name stops working")
  private Optional<String> operator = Optional.empty();

  @Option(
      names = "--revoke",
      paramLabel = "<name>",
      description = "let the operator's token of this name work no more")
  private Optional<String> revoked = Optional.empty();

  @Option(names = "--operators", description = "list the operators' tokens")
  private boolean listing;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws Exception {
    var settings = Regionwire.settings();
    Files.createDirectories(settings.home);
    var out = spec.commandLine().getOut();
    if (operator.isEmpty() && revoked.isEmpty() && !listing) {
      out.println(SecretFile.in(settings.token(), new SecureRandom()).text());
      return 0;
    }
    try (var database = Database.open(settings.database)) {
      ofOperators(new JdbiOperators(database), out);
    }
    return 0;
  }

  private void ofOperators(JdbiOperators operators, PrintWriter out) {
    var clock = Clock.systemUTC();
    revoked.ifPresent(
        name -> out.println(name + (operators.revoke(name) ? " is revoked" : " has no token")));
    operator.ifPresent(
        name -> out.println(operators.make(name, SecretFile.text(new SecureRandom()), clock)));
    if (listing) {
      operators.all().forEach(one -> out.println(one.line()));
    }
  }
}
