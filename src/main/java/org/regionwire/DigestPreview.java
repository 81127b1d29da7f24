package org.regionwire;

import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.regionwire.digest.books.JdbiAudience.Audience;
import org.regionwire.digest.composing.Preview;
import org.regionwire.operate.Previews;
import org.regionwire.operate.Previews.Asked;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(
    name = "preview",
    description =
        "Who would get a letter, and how it looks. Nothing is written and nothing sent; the links of"
            + " a reader are dead in it.",
    mixinStandardHelpOptions = true)
final class DigestPreview implements Callable<Integer> {
  @ArgGroup(multiplicity = "1")
  private Of of = new Of();

  /** One of them. */
  static final class Of {
    @Option(
        names = "--selection",
        paramLabel = "<selection>",
        description = "the letter of someone who asks for it: malmo+lund?kind=event")
    private String selection = "";

    @Option(names = "--item", paramLabel = "<id>", description = "a letter about an item")
    private String item = "";

    @Option(
        names = "--to",
        paramLabel = "<address>",
        description = "the next letter of a person, as they chose it")
    private String to = "";
  }

  @Option(
      names = "--language",
      paramLabel = "<tag>",
      defaultValue = "en",
      description = "of the letter (default: en)")
  private String language = "en";

  @Option(
      names = "--format",
      paramLabel = "html|text",
      defaultValue = "text",
      description = "what is shown (default: text)")
  private String format = "text";

  @Option(
      names = "--days",
      paramLabel = "<n>",
      defaultValue = "7",
      description = "of a selection, since the last letter (default: 7)")
  private String days = "7";

  @Option(names = "--out", paramLabel = "<file>", description = "write the letter there")
  private Optional<Path> file = Optional.empty();

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws Exception {
    try (var newsroom =
        new Newsroom(Regionwire.settings(), Clock.systemUTC(), new SecureRandom())) {
      var found =
          newsroom
              .mailroom()
              .previews()
              .find(new Asked(of.item, of.selection, of.to, "", language, format, days));
      var out = spec.commandLine().getOut();
      found.audience().ifPresent(audience -> say(audience, out));
      if (found.letter().isEmpty()) {
        out.println(found.said());
        return 0;
      }
      show(found.letter().get(), out);
    }
    return 0;
  }

  private void say(Audience audience, PrintWriter out) {
    out.println(Previews.words(audience, !of.item.isEmpty()));
    audience
        .groups()
        .forEach(
            group ->
                out.printf(
                    "  %-6s %-10s %,d%n", group.language(), group.cadence(), group.people()));
  }

  private void show(Preview letter, PrintWriter out) throws Exception {
    String body = format.equals("html") ? letter.html().orElse(letter.text()) : letter.text();
    out.println("would go out at: " + letter.at());
    out.println("Subject: " + letter.subject());
    if (file.isPresent()) {
      Files.writeString(file.get(), body);
      out.println("written to " + file.get());
    } else {
      out.println();
      out.println(body);
    }
  }
}
