package org.regionwire;

import java.io.PrintWriter;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import javax.naming.NamingException;
import org.regionwire.digest.letters.Addressee;
import org.regionwire.digest.letters.LetterLinks;
import org.regionwire.digest.letters.LetterWriter;
import org.regionwire.digest.letters.Letterhead;
import org.regionwire.digest.mail.DkimKey;
import org.regionwire.digest.mail.DkimSigner;
import org.regionwire.digest.mail.Finding;
import org.regionwire.digest.mail.LetterCheck;
import org.regionwire.digest.mail.Mail;
import org.regionwire.digest.mail.ReturnAddresses;
import org.regionwire.digest.mail.SmtpCheck;
import org.regionwire.digest.mail.dns.Dns;
import org.regionwire.digest.mail.dns.Wanted;
import org.regionwire.news.ItemId;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(
    name = "mail",
    description = {
      "Look at what letters need to arrive: the headers of a sample, the keys that sign it, what"
          + " the DNS has to say, and the mail server. Sends nothing.",
      "Ends with 1 when something has to be mended."
    },
    mixinStandardHelpOptions = true)
final class CheckMailCommand implements Callable<Integer> {
  private static final String ID = ItemId.derivedFrom("sample").value();

  private static final int SEAL = 16;

  @Option(
      names = "--dns",
      arity = "0..1",
      paramLabel = "<server>",
      fallbackValue = "",
      description = "ask the DNS whether it has the records: this server (host:port), or your own")
  private Optional<String> dns = Optional.empty();

  @Option(names = "--offline", description = "do not connect to the mail server")
  private boolean offline;

  @Spec private CommandSpec spec;

  private boolean well = true;

  @Override
  public Integer call() {
    var settings = Regionwire.settings();
    List<DkimKey> keys = settings.dkimKeys();
    var letter = new LetterCheck(sample(settings), new DkimSigner(keys));
    out().println("A letter has these headers:");
    letter.headers().forEach(line -> out().println("  " + line));
    letter.look().forEach(this::say);
    say(
        new Finding(
            settings.mailReturns.isPresent(),
            settings
                .mailReturns
                .map(box -> "what comes back is read from " + box)
                .orElse("nobody reads what comes back: set regionwire.mail.returns")));
    Optional<SmtpCheck> server =
        settings.mail.startsWith("smtp")
            ? Optional.of(new SmtpCheck(settings.mail))
            : Optional.empty();
    out().println("The DNS needs these records (TXT):");
    wanted(settings, keys, server.map(SmtpCheck::host)).forEach(this::look);
    look(server);
    return well ? 0 : 1;
  }

  private static List<Wanted> wanted(Settings settings, List<DkimKey> keys, Optional<String> host) {
    String from = domain(settings.mailFrom);
    return Wanted.all(from, domain(settings.mailBounces), host, keys, settings.mailFrom);
  }

  private void look(Wanted wanted) {
    out().println("  " + wanted.name() + "  " + wanted.text());
    if (dns.isEmpty()) {
      return;
    }
    try {
      List<String> texts = new Dns(dns.get()).texts(wanted.name());
      switch (wanted.in(texts)) {
        case AS_WANTED -> say(new Finding(true, wanted.what() + " is there"));
        case OTHERWISE ->
            say(
                new Finding(
                    !wanted.what().equals("DKIM"),
                    wanted.what() + " is there, but says: " + String.join(" | ", texts)));
        case MISSING -> say(new Finding(false, wanted.what() + " is missing"));
      }
    } catch (NamingException e) {
      say(new Finding(false, "the DNS could not be asked: " + e.getMessage()));
    }
  }

  private void look(Optional<SmtpCheck> server) {
    if (dns.isEmpty()) {
      out().println("Whether it has them is asked with --dns.");
    }
    if (server.isEmpty()) {
      out().println("Letters go to a folder: there is no mail server to look at.");
    } else if (!offline) {
      out().println("The mail server:");
      server.get().look().forEach(this::say);
    }
  }

  private static Mail sample(Settings settings) {
    Instant now = Clock.systemUTC().instant();
    // The marks and links of a sample lead nowhere.
    var returns = new ReturnAddresses(settings.mailBounces, what -> "0".repeat(SEAL));
    var letterhead =
        new Letterhead("Regionwire", settings.mailFrom, returns, URI.create(settings.base));
    var to =
        new Addressee(
            ID,
            now,
            now,
            "reader@example.org",
            "en",
            false,
            Optional.empty(),
            List.of(),
            LocalTime.NOON,
            ZoneOffset.UTC);
    var links = new LetterLinks(ID, ID + ".sample", "sample");
    return new LetterWriter(letterhead, Clock.systemUTC()).sample(to, links);
  }

  private void say(Finding finding) {
    well &= finding.well();
    out().println((finding.well() ? "  ok    " : "  MEND  ") + finding.says());
  }

  private static String domain(String address) {
    return address.substring(address.lastIndexOf('@') + 1);
  }

  private PrintWriter out() {
    return spec.commandLine().getOut();
  }
}
