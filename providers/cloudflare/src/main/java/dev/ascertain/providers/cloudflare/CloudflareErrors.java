package dev.ascertain.providers.cloudflare;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ascertain.spi.ProviderException;
import dev.ascertain.spi.ProviderException.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The {@code errors} of an answer: what Cloudflare says itself of a failure.
 *
 * @param codes all codes, those of an {@code error_chain} included
 * @param text codes and messages as they came, at most 300 characters; empty if there are none
 */
record CloudflareErrors(List<String> codes, String text) {
    private static final int DEEPEST = 4;

    /**
     * What a code means beyond its HTTP status.
     *
     * @param kind holds where the status alone says no more than "4xx"
     */
    private record Meaning(
            Set<String> codes, Kind kind, @Nullable String hint) {}

    /** 6103 and 6111 come below a 6003 with status 400 (seen), though they speak of the credential. */
    private static final List<Meaning> MEANINGS = List.of(
            new Meaning(
                    Set.of("7003"),
                    Kind.REJECTED,
                    "Perhaps a zone's name stands where its id belongs: set zone to a name, or zone_id to the 32-digit id."),
            new Meaning(
                    Set.of("1450"),
                    Kind.REJECTED,
                    "This zone needs Advanced Certificate Manager for it: order that, or leave this to Universal SSL."),
            new Meaning(
                    Set.of("6103", "6111"),
                    Kind.UNAUTHORIZED,
                    "The credential has the wrong form: a token belongs in api_token, a global API key in api_key beside"
                            + " email. Look for a cut or a blank."),
            new Meaning(Set.of("10000", "9109"), Kind.FORBIDDEN, null));

    CloudflareErrors {
        codes = List.copyOf(codes);
    }

    /** Reads whatever stands there; what cannot be understood is left out. */
    static CloudflareErrors of(@Nullable JsonNode errors) {
        List<String> codes = new ArrayList<>();
        List<String> texts = new ArrayList<>();
        collect(errors, codes, texts, 0);
        return new CloudflareErrors(codes, Texts.bounded(String.join("; ", texts)));
    }

    private static void collect(@Nullable JsonNode errors, List<String> codes, List<String> texts, int depth) {
        if (errors == null || !errors.isArray() || depth > DEEPEST) {
            return;
        }
        for (JsonNode error : errors) {
            String code = error.path("code").asText("");
            String text = (code + " " + error.path("message").asText("")).strip();
            if (!code.isEmpty()) {
                codes.add(code);
            }
            if (!text.isEmpty()) {
                texts.add(text);
            }
            collect(error.get("error_chain"), codes, texts, depth + 1);
        }
    }

    /** The failure that an answer with a 2xx status turned out to be. */
    ProviderException within200() {
        return ProviderException.of(
                        kind().orElse(Kind.REJECTED),
                        "Cloudflare answered 200, but with a failure" + inBrackets() + ".")
                .hint(hint().orElse(null))
                .code(code())
                .build();
    }

    Optional<Kind> kind() {
        return meaning().map(Meaning::kind);
    }

    /** What to do, as sentences. */
    Optional<String> hint() {
        return meaning().map(Meaning::hint);
    }

    /** The first code, which is the outermost. */
    @Nullable String code() {
        return codes.isEmpty() ? null : Texts.bounded(codes.getFirst());
    }

    /** {@code " (10000 Authentication error)"}, or nothing. */
    String inBrackets() {
        return text.isEmpty() ? "" : " (" + text + ")";
    }

    private Optional<Meaning> meaning() {
        return MEANINGS.stream()
                .filter(meaning -> codes.stream().anyMatch(meaning.codes()::contains))
                .findFirst();
    }
}
