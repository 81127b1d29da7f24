package org.regionwire;

import java.io.PrintWriter;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.concurrent.Callable;
import org.regionwire.digest.MailAddress;
import org.regionwire.digest.operating.Acquaintance;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** What is about one address. */
abstract class DigestAddress implements Callable<Integer> {
  @Parameters(paramLabel = "<address>", description = "the mail address")
  private String address = "";

  @Spec private CommandSpec spec;

  abstract void apply(Acquaintance acquaintance, String address, PrintWriter out);

  @Override
  public Integer call() throws Exception {
    try (var newsroom =
        new Newsroom(Regionwire.settings(), Clock.systemUTC(), new SecureRandom())) {
      apply(newsroom.mailroom().acquaintance(), address.strip(), spec.commandLine().getOut());
    }
    return 0;
  }

  @Command(
      name = "letters",
      description =
          "The letters of one address, the latest first: what became of them, and what came back.",
      mixinStandardHelpOptions = true)
  static final class Letters extends DigestAddress {
    @Override
    void apply(Acquaintance acquaintance, String address, PrintWriter out) {
      var known = acquaintance.of(address);
      out.println(
          MailAddress.masked(address)
              + known.suppressed().map(why -> ": nobody writes to it (" + why + ")").orElse(""));
      if (known.letters().isEmpty()) {
        out.println("no letters are known");
      }
      for (var letter : known.letters()) {
        out.printf(
            "%s  %s %s  %s tried %d times  %s%n",
            letter.planned(),
            letter.kind(),
            letter.period(),
            letter.state(),
            letter.tries(),
            letter.reply());
        if (!letter.returned().isEmpty()) {
          out.println("    came back: " + letter.returned());
        }
      }
    }
  }

  @Command(
      name = "allow",
      description =
          "Let letters go to an address again from which they came back, or a complaint. Nothing is"
              + " sent until someone asks for it there.",
      mixinStandardHelpOptions = true)
  static final class Allow extends DigestAddress {
    @Override
    void apply(Acquaintance acquaintance, String address, PrintWriter out) {
      out.println(
          acquaintance
              .allow(address)
              .map(why -> "allowed again; it was not, because of: " + why)
              .orElse("nothing stood in the way of it"));
    }
  }
}
