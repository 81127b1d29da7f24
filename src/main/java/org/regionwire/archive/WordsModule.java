package org.regionwire.archive;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.StdScalarSerializer;
import java.io.IOException;
import java.util.Locale;
import java.util.function.Function;
import org.regionwire.news.Change;
import org.regionwire.news.Event;
import org.regionwire.news.EventTime;
import org.regionwire.news.ItemId;
import org.regionwire.news.Kind;
import org.regionwire.news.RegionFound;

/** How the values that are one word to a reader are one string in JSON. */
final class WordsModule extends SimpleModule {
  private static final long serialVersionUID = 1L;

  WordsModule() {
    super("words");
    word(ItemId.class, ItemId::value, ItemId::new);
    word(EventTime.class, EventTime::toString, EventTime::parse);
    word(Kind.class, Kind::word, word -> constant(Kind.class, word));
    word(Event.Status.class, WordsModule::lower, word -> constant(Event.Status.class, word));
    word(Change.What.class, WordsModule::lower, word -> constant(Change.What.class, word));
    word(RegionFound.How.class, WordsModule::lower, word -> constant(RegionFound.How.class, word));
  }

  private <T> void word(Class<T> type, Function<T, String> write, Function<String, T> read) {
    addSerializer(type, new WordWriter<>(type, write));
    addDeserializer(type, new WordReader<>(type, read));
  }

  private static String lower(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }

  private static <E extends Enum<E>> E constant(Class<E> type, String word) {
    return Enum.valueOf(type, word.toUpperCase(Locale.ROOT));
  }

  private static final class WordWriter<T> extends StdScalarSerializer<T> {
    private static final long serialVersionUID = 1L;
    private final transient Function<T, String> write;

    WordWriter(Class<T> type, Function<T, String> write) {
      super(type);
      this.write = write;
    }

    @Override
    public void serialize(T value, JsonGenerator json, SerializerProvider provider)
        throws IOException {
      json.writeString(write.apply(value));
    }
  }

  private static final class WordReader<T> extends StdScalarDeserializer<T> {
    private static final long serialVersionUID = 1L;
    private final transient Function<String, T> read;

    WordReader(Class<T> type, Function<String, T> read) {
      super(type);
      this.read = read;
    }

    @Override
    public T deserialize(JsonParser json, DeserializationContext context) throws IOException {
      String word = json.getText();
      try {
        return read.apply(word);
      } catch (RuntimeException e) {
        throw context.weirdStringException(word, handledType(), e.getMessage());
      }
    }
  }
}
