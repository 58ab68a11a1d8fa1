package dev.ascertain.providers.cloudflare;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ascertain.spi.Challenge;
import dev.ascertain.spi.Value;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/**
 * One thing to publish, whatever shape it arrived in: an object or an array of objects, each with one of four pairs of
 * names and perhaps a status.
 *
 * @param value empty for a mail
 */
record Proof(Kind kind, String name, String value, @Nullable String status) {
    enum Kind {
        TXT,
        CNAME,
        HTTP,
        EMAIL
    }

    /**
     * Two field names that belong together.
     *
     * @param kind null if the validation method tells it
     */
    private record Pair(String name, String value, @Nullable Kind kind) {}

    /** The vendor documents {@code record_target} as a CNAME's target; {@code record_value} and a TXT order are not. */
    private static final List<Pair> PAIRS = List.of(
            new Pair("txt_name", "txt_value", Kind.TXT),
            new Pair("cname", "cname_target", Kind.CNAME),
            new Pair("http_url", "http_body", Kind.HTTP),
            new Pair("record_name", "record_target", null),
            new Pair("record_name", "record_value", Kind.TXT));

    /**
     * Sorted, because the vendor's order means nothing: several values at one name are a set.
     *
     * @param method the validation method in use; null if not reported
     */
    static List<Proof> of(@Nullable JsonNode info, @Nullable String method) {
        if (info == null) {
            return List.of();
        }
        Stream<JsonNode> entries = info.isArray() ? StreamSupport.stream(info.spliterator(), false) : Stream.of(info);
        return entries.flatMap(entry -> Stream.concat(pairs(entry, method), mails(entry)))
                .distinct()
                .sorted(Proof::compare)
                .toList();
    }

    private static int compare(Proof one, Proof other) {
        if (one.kind != other.kind) {
            return one.kind.compareTo(other.kind);
        }
        int byName = one.name.compareTo(other.name);
        return byName == 0 ? one.value.compareTo(other.value) : byName;
    }

    /**
     * What the validation method in use looks for. An answer may list alternatives, of which one is enough; whoever is
     * told of them all would wait for what nobody needs.
     *
     * @return all of them if none is of that method
     */
    static List<Proof> byMethod(List<Proof> proofs, @Nullable String method) {
        List<Proof> meant = proofs.stream()
                .filter(proof -> proof.kind().name().equalsIgnoreCase(method))
                .toList();
        return meant.isEmpty() ? proofs : meant;
    }

    private static Stream<Proof> pairs(JsonNode entry, @Nullable String method) {
        return PAIRS.stream()
                .filter(pair -> said(entry, pair.name()) && said(entry, pair.value()))
                .map(pair -> new Proof(
                        kindOf(pair, method),
                        entry.path(pair.name()).asText(),
                        entry.path(pair.value()).asText(),
                        Texts.orNull(entry.path("status").asText(null))));
    }

    private static Stream<Proof> mails(JsonNode entry) {
        return StreamSupport.stream(entry.path("emails").spliterator(), false)
                .map(mail -> new Proof(
                        Kind.EMAIL,
                        mail.asText(),
                        "",
                        Texts.orNull(entry.path("status").asText(null))))
                .filter(mail -> !mail.name().isBlank());
    }

    private static boolean said(JsonNode entry, String field) {
        return !entry.path(field).asText("").isBlank();
    }

    private static Kind kindOf(Pair pair, @Nullable String method) {
        if (pair.kind() != null) {
            return pair.kind();
        }
        return "txt".equals(method) ? Kind.TXT : Kind.CNAME;
    }

    /** Written out: the generated one is put together at its first call, which a short run waits for. */
    @Override
    public int hashCode() {
        return 31 * name.hashCode() + value.hashCode();
    }

    Challenge challenge() {
        return switch (kind) {
            case TXT -> new Challenge.Txt(name, value, status);
            case CNAME -> new Challenge.Cname(name, value, status);
            case HTTP -> new Challenge.HttpFile(name, value, status);
            case EMAIL -> new Challenge.Email(name, value, status);
        };
    }

    /** The entry of {@code verification_info} as it is expected and shown. */
    Value fields() {
        Map<String, Value> fields = new LinkedHashMap<>();
        fields.put("kind", Value.of(kind.name().toLowerCase(Locale.ROOT)));
        fields.put("name", Value.of(name));
        fields.put("value", Value.of(value));
        if (status != null) {
            fields.put("status", Value.of(status));
        }
        return new Value.Fields(fields);
    }
}
