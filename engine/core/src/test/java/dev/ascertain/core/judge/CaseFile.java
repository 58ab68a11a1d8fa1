package dev.ascertain.core.judge;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.ascertain.core.Sample;
import dev.ascertain.core.manifest.Declaration;
import dev.ascertain.evidence.Evidence;
import dev.ascertain.spi.Challenge;
import dev.ascertain.spi.Claim;
import dev.ascertain.spi.LiveVerification;
import dev.ascertain.spi.Observation;
import dev.ascertain.spi.Schedule;
import dev.ascertain.spi.Status;
import dev.ascertain.spi.Value;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/**
 * A verification as a fixture of the rules describes it, in JSON.
 *
 * <pre>{@code
 * {"status": "NEEDS_PROOF", "host": "shop.example", "certificate": true, "chosen": "letsencrypt.org",
 *  "challenges": [{"kind": "txt", "name": "_acme-challenge.shop.example", "value": "token-1"}],
 *  "ago": "PT2H", "not_after": "2026-12-24T00:00:00Z", "asked": {"times": 1, "ago": "PT5M"}, "met": false}
 * }</pre>
 *
 * <p>Left out: status NEEDS_PROOF, host {@code shop.example}, a certificate by any of two authorities, no challenge, an
 * order of unknown age, never asked, not met. The evidence is looked at now.
 */
record CaseFile(JsonNode json) {
    private static final ObjectMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();
    private static final List<String> KEYS = List.of(
            "status", "host", "certificate", "chosen", "authorities", "challenges", "ago", "not_after", "asked", "met");

    static CaseFile read(Path file) throws IOException {
        JsonNode json = JSON.readTree(file.toFile());
        json.fieldNames().forEachRemaining(key -> {
            if (!KEYS.contains(key)) {
                throw new IllegalArgumentException(file + " has an unknown key " + key);
            }
        });
        return new CaseFile(json);
    }

    List<Finding> findings(Evidence evidence) {
        return Judge.judge("Cloudflare", Sample.declaration("shop"), sight(evidence))
                .getFirst()
                .findings();
    }

    /** What the rules get to see. */
    Case given(Evidence evidence) {
        Sight sight = sight(evidence);
        Declaration declaration = Sample.declaration("shop");
        LiveVerification live = sight.observation().verifications().getFirst();
        return new Case(
                "Cloudflare", declaration, live, sight, Expectations.differences(declaration, live, sight.now()));
    }

    private Sight sight(Evidence evidence) {
        Instant now = evidence.at();
        LiveVerification live = live(now);
        var observation = new Observation(now, List.of(live), List.of(), List.of());
        JsonNode asked = json.path("asked");
        Map<String, Sight.Asked> asks = asked.isMissingNode()
                ? Map.of()
                : Map.of(
                        live.id(),
                        new Sight.Asked(
                                asked.path("times").asInt(),
                                ago(now, asked.path("ago").asText(null))));
        return new Sight(observation, Vantage.of(evidence), asks, now);
    }

    private LiveVerification live(Instant now) {
        boolean met = json.path("met").asBoolean(false);
        String status = json.path("status").asText(met ? "VERIFIED" : "NEEDS_PROOF");
        String notAfter = json.path("not_after").asText(null);
        return new LiveVerification(
                "1",
                host(),
                Map.of("state", Value.of(met ? "active" : "pending")),
                Status.valueOf(status),
                List.of(),
                StreamSupport.stream(json.path("challenges").spliterator(), false)
                        .map(CaseFile::challenge)
                        .toList(),
                List.of(),
                new Schedule(
                        ago(now, json.path("ago").asText(null)),
                        null,
                        null,
                        null,
                        notAfter == null ? null : Instant.parse(notAfter),
                        false),
                claim());
    }

    private String host() {
        return json.path("host").asText("shop.example");
    }

    private Claim claim() {
        boolean certificate = json.path("certificate").asBoolean(true);
        List<String> authorities = json.has("authorities")
                ? StreamSupport.stream(json.path("authorities").spliterator(), false)
                        .map(JsonNode::asText)
                        .toList()
                : List.of("letsencrypt.org", "pki.goog");
        return new Claim(
                host(),
                certificate,
                certificate ? authorities : List.of(),
                json.path("chosen").asText(null),
                "dcv.cloudflare.com");
    }

    private static @Nullable Instant ago(Instant now, @Nullable String duration) {
        return duration == null ? null : now.minus(Duration.parse(duration));
    }

    private static Challenge challenge(JsonNode json) {
        String name = json.path("name").asText();
        String value = json.path("value").asText();
        return switch (json.path("kind").asText()) {
            case "txt" -> new Challenge.Txt(name, value, null);
            case "cname" -> new Challenge.Cname(name, value, null);
            case "http" -> new Challenge.HttpFile(name, value, null);
            case String other -> throw new IllegalArgumentException("no kind of challenge: " + other);
        };
    }
}
