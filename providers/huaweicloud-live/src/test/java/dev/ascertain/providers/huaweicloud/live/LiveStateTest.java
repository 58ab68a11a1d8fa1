package dev.ascertain.providers.huaweicloud.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.ascertain.spi.Challenge;
import dev.ascertain.spi.Observation;
import dev.ascertain.spi.Status;
import dev.ascertain.spi.Value;
import java.io.IOException;
import java.time.Instant;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class LiveStateTest {
    private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");
    private static final DomainTarget DNS =
            new DomainTarget("push.example.com", new ProofForm.DnsRecord("verification"));
    private static final DomainTarget FILE = new DomainTarget("push.example.com", new ProofForm.WebsiteFile());

    static Stream<Arguments> results() {
        return Stream.of(
                argumentSet("confirmed", "true", Map.of("verify_result", Value.of(true)), Status.VERIFIED),
                argumentSet("not confirmed", "false", Map.of("verify_result", Value.of(false)), Status.NEEDS_PROOF),
                argumentSet("as text", "\"True\"", Map.of("verify_result", Value.of(true)), Status.VERIFIED),
                argumentSet(
                        "an unknown word", "\"pending\"", Map.of("verify_result", Value.of("pending")), Status.UNKNOWN),
                argumentSet("a number", "1", Map.of("verify_result", Value.of("1")), Status.UNKNOWN),
                argumentSet(
                        "another shape",
                        "{\"state\":1}",
                        Map.of("verify_result", Value.of("{\"state\":1}")),
                        Status.UNKNOWN),
                argumentSet("null", "null", Map.of(), Status.UNKNOWN));
    }

    @ParameterizedTest
    @MethodSource
    void results(String result, Map<String, Value> attributes, Status status) throws IOException {
        var live = observed(DNS, "{\"verify_result\":%s}".formatted(result))
                .verifications()
                .getFirst();

        assertThat(live.attributes()).isEqualTo(attributes);
        assertThat(live.status()).isEqualTo(status);
    }

    @Test
    void reportsAllThreeFieldsInTheVendorsOrder() throws IOException {
        var observation = observed(
                DNS,
                "{\"verify_result\":false,\"verify_content\":\"liveauth_1\",\"domain\":\"example.com\",\"new\":[1]}");

        assertThat(observation.at()).isEqualTo(NOW);
        assertThat(observation.notices()).isEmpty();
        var live = observation.verifications().getFirst();
        assertThat(live.id()).isEqualTo("push.example.com");
        assertThat(live.label()).isEmpty();
        assertThat(live.attributes().entrySet())
                .containsExactly(
                        Map.entry("domain", Value.of("example.com")),
                        Map.entry("verify_content", Value.of("liveauth_1")),
                        Map.entry("verify_result", Value.of(false)));
        assertThat(live.challenges())
                .containsExactly(new Challenge.Txt("verification.example.com", "liveauth_1", null));
    }

    @Test
    void namesTheFileWhereTheProofIsAFile() throws IOException {
        assertThat(observed(FILE, "{\"domain\":\"example.com\",\"verify_content\":\"liveauth_1\"}")
                        .verifications()
                        .getFirst()
                        .challenges())
                .containsExactly(new Challenge.HttpFile("http://example.com/verification.html", "liveauth_1", null));
    }

    static Stream<Arguments> incomplete() {
        return Stream.of(
                argumentSet("empty", "{}"),
                argumentSet("nulls", "{\"domain\":null,\"verify_content\":null,\"verify_result\":null}"),
                argumentSet("blanks", "{\"domain\":\"\",\"verify_content\":\" \"}"));
    }

    @ParameterizedTest
    @MethodSource
    void incomplete(String reply) throws IOException {
        var observation = observed(DNS, reply);

        assertThat(observation.notices()).isEmpty();
        var live = observation.verifications().getFirst();
        assertThat(live.attributes()).isEmpty();
        assertThat(live.challenges()).isEmpty();
        assertThat(live.status()).isEqualTo(Status.UNKNOWN);
    }

    @Test
    void doesNotGuessTheRootDomain() throws IOException {
        var observation = observed(DNS, "{\"verify_content\":\"liveauth_1\",\"verify_result\":false}");

        assertThat(observation.verifications().getFirst().challenges()).isEmpty();
        assertThat(observation.notices())
                .containsExactly(
                        "Huawei Cloud Live did not say which root domain push.example.com belongs to, so it cannot be"
                                + " told where its verify_content must be published.");
    }

    @Test
    void asksForNothingMoreWhereAllIsConfirmed() throws IOException {
        assertThat(observed(DNS, "{\"verify_content\":\"liveauth_1\",\"verify_result\":true}")
                        .notices())
                .isEmpty();
    }

    private static Observation observed(DomainTarget target, String reply) throws IOException {
        var mapper = JsonMapper.builder()
                .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
                .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .build();
        return LiveState.observed(target, mapper.readValue(reply, VerificationReply.class), NOW);
    }
}
