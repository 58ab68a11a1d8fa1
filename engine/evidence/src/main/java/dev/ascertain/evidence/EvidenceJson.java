package dev.ascertain.evidence;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.StdScalarSerializer;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Evidence as JSON. Minor versions only add; a reader ignores what it does not know. */
public final class EvidenceJson {
    /** Of what is written; another major version is not read. */
    public static final String FORMAT = "1.0";

    /** In ASCII; what comes after it is written as an escape, so that the file can be shown on a terminal. */
    private static final int LAST_PRINTABLE = 0x7e;

    /** The file: the maps of {@link Evidence} as lists, since each value holds its own key. */
    private record Document(
            String formatVersion,
            Instant at,
            @Nullable List<String> limits,
            @Nullable List<Delegation> delegations,
            @Nullable List<Answers> answers,
            @Nullable List<Page> pages,
            @Nullable List<Endpoint> endpoints) {}

    private static final class Mapper {
        static final ObjectMapper INSTANCE = JsonMapper.builder()
                .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
                .disable(MapperFeature.AUTO_DETECT_IS_GETTERS)
                .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .enable(SerializationFeature.INDENT_OUTPUT)
                .defaultPropertyInclusion(
                        JsonInclude.Value.construct(JsonInclude.Include.NON_NULL, JsonInclude.Include.NON_NULL))
                .withConfigOverride(
                        List.class,
                        list -> list.setInclude(JsonInclude.Value.construct(
                                        JsonInclude.Include.NON_EMPTY, JsonInclude.Include.NON_NULL))
                                .setSetterInfo(JsonSetter.Value.forValueNulls(Nulls.AS_EMPTY)))
                .addModule(new SimpleModule()
                        .addSerializer(Instant.class, new InstantText())
                        .addDeserializer(Instant.class, new TextInstant()))
                .build();
    }

    private EvidenceJson() {}

    /** Equal evidence gives equal bytes; empty lists are left out. The stream stays open. */
    public static void write(Evidence evidence, OutputStream out) throws IOException {
        var document = new Document(
                FORMAT,
                evidence.at(),
                evidence.limits(),
                List.copyOf(evidence.delegations().values()),
                List.copyOf(evidence.answers().values()),
                List.copyOf(evidence.pages().values()),
                List.copyOf(evidence.endpoints().values()));
        try (JsonGenerator json = Mapper.INSTANCE.createGenerator(out)) {
            json.setHighestNonEscapedChar(LAST_PRINTABLE);
            json.disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
            json.writeObject(document);
            json.writeRaw('\n');
        }
    }

    /** @throws IOException if it is no such JSON, or of another major version; the message says what is wrong */
    public static Evidence read(InputStream in) throws IOException {
        try {
            Document document = Mapper.INSTANCE.readValue(in, Document.class);
            if (document.formatVersion() == null || !document.formatVersion().startsWith("1.")) {
                throw new IOException("it is no evidence of format 1");
            }
            return evidence(document);
        } catch (JsonProcessingException e) {
            throw new IOException("it is no evidence: " + fault(e), e);
        } catch (NullPointerException | IllegalArgumentException e) {
            throw new IOException("it is no evidence: something that must be there is missing", e);
        }
    }

    /** In words of our own: those of the library speak of itself. */
    private static String fault(JsonProcessingException e) {
        JsonLocation at = e.getLocation();
        String what = e instanceof JsonParseException ? "not valid JSON" : "another value was expected";
        return at == null ? what : "%s (line %d, column %d)".formatted(what, at.getLineNr(), at.getColumnNr());
    }

    private static Evidence evidence(Document document) {
        return new Evidence(
                Objects.requireNonNull(document.at()),
                orEmpty(document.limits()),
                byKey(document.delegations(), Delegation::zone),
                byKey(document.answers(), Answers::question),
                byKey(document.pages(), Page::url),
                byKey(document.endpoints(), endpoint -> endpoint.name() + ":" + endpoint.port()));
    }

    private static <K, V> Map<K, V> byKey(@Nullable List<V> values, Function<V, K> key) {
        return orEmpty(values).stream().collect(Collectors.toMap(key, Function.identity(), (first, _) -> first));
    }

    private static <T> List<T> orEmpty(@Nullable List<T> list) {
        return list == null ? List.of() : list;
    }

    private static final class InstantText extends StdScalarSerializer<Instant> {
        private static final long serialVersionUID = 1L;

        InstantText() {
            super(Instant.class);
        }

        @Override
        public void serialize(Instant value, JsonGenerator json, SerializerProvider provider) throws IOException {
            json.writeString(value.toString());
        }
    }

    private static final class TextInstant extends StdScalarDeserializer<Instant> {
        private static final long serialVersionUID = 1L;

        TextInstant() {
            super(Instant.class);
        }

        @Override
        public Instant deserialize(JsonParser json, DeserializationContext context) throws IOException {
            try {
                return Instant.parse(json.getText());
            } catch (DateTimeException e) {
                return (Instant) context.handleWeirdStringValue(Instant.class, json.getText(), "no time in UTC");
            }
        }
    }
}
