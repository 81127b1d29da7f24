package org.regionwire;

import java.security.SecureRandom;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

@Command(
    name = "token",
    description = "Print the submit token, made now if there is none yet.",
    mixinStandardHelpOptions = true)
final class TokenCommand implements Callable<Integer> {
  @Mixin private OperatorOptions operators = new OperatorOptions();

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws Exception {
    var settings = Regionwire.settings();
    java.nio.file.Files.createDirectories(settings.home);
    if (operators.isAsked()) {
      operators.apply(settings, spec.commandLine().getOut());
      return 0;
    }
    var token = SecretFile.in(settings.token(), new SecureRandom());
    spec.commandLine().getOut().println(token.text());
    return 0;
  }
}
