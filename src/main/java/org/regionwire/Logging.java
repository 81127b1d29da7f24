package org.regionwire;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.encoder.PatternLayoutEncoder;
import ch.qos.logback.classic.spi.Configurator;
import ch.qos.logback.classic.spi.ConfiguratorRank;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.ConsoleAppender;
import ch.qos.logback.core.encoder.Encoder;
import ch.qos.logback.core.spi.ContextAwareBase;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import org.slf4j.LoggerFactory;

/**
 * What is logged, and how: lines on stderr. Said here and not in a file, because reading logback's
 * XML is a twentieth of the start; a file named by {@code -Dlogback.configurationFile} comes first.
 */
@ConfiguratorRank(ConfiguratorRank.CUSTOM_HIGH_PRIORITY)
public final class Logging extends ContextAwareBase implements Configurator {
  private static final String LINE =
      "%d{yyyy-MM-dd'T'HH:mm:ss.SSSXXX} %-5level %logger{24} %msg %kvp%n";
  private static final String STDERR = "stderr";

  private static final Map<String, Level> LEVELS =
      Map.of(
          "org.apache.activemq.audit", Level.OFF,
          "org.apache.activemq.artemis", Level.WARN,
          "org.apache.camel", Level.WARN,
          "org.flywaydb", Level.WARN,
          "com.zaxxer.hikari", Level.WARN);

  @Override
  public ExecutionStatus configure(LoggerContext logs) {
    if (System.getProperty("logback.configurationFile") != null) {
      return ExecutionStatus.INVOKE_NEXT_IF_ANY;
    }
    LEVELS.forEach((name, level) -> logs.getLogger(name).setLevel(level));
    var root = logs.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    root.setLevel(Level.INFO);
    root.addAppender(stderr(logs));
    return ExecutionStatus.DO_NOT_INVOKE_NEXT_IF_ANY;
  }

  /** How lines look. */
  enum Form {
    TEXT,
    JSON;

    /**
     * @throws IllegalArgumentException if it is none
     */
    static Form read(String text) {
      return valueOf(text.toUpperCase(Locale.ROOT));
    }
  }

  /** From now on, unless a file says how. Until then, lines are text. */
  static void speak(Form form, Supplier<String> node) {
    var logs = (LoggerContext) LoggerFactory.getILoggerFactory();
    var root = logs.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    if (root.getAppender(STDERR) instanceof ConsoleAppender<ILoggingEvent> appender
        && form == Form.JSON) {
      appender.stop();
      appender.setEncoder(started(new JsonLines(node.get()), logs));
      appender.start();
    }
  }

  private static ConsoleAppender<ILoggingEvent> stderr(LoggerContext logs) {
    var encoder = new PatternLayoutEncoder();
    encoder.setPattern(LINE);
    var appender = new ConsoleAppender<ILoggingEvent>();
    appender.setContext(logs);
    appender.setName(STDERR);
    appender.setTarget("System.err");
    appender.setEncoder(started(encoder, logs));
    appender.start();
    return appender;
  }

  private static Encoder<ILoggingEvent> started(
      Encoder<ILoggingEvent> encoder, LoggerContext logs) {
    encoder.setContext(logs);
    encoder.start();
    return encoder;
  }
}
