package dev.ascertain.providers.huaweicloud.live;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.ascertain.spi.Secret;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What the vendor published, and what its own signer makes of the calls that are used here. */
class SigningVectorsTest {
    static Stream<Arguments> vectors() throws IOException {
        try (var file = SigningVectorsTest.class.getResourceAsStream("signing-vectors.json")) {
            return new ObjectMapper()
                    .readTree(file)
                    .get("vectors")
                    .valueStream()
                    .map(vector -> Arguments.of(vector.get("id").asText(), vector));
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("vectors")
    void signsAsPublished(String id, JsonNode vector) {
        var headers = texts(vector.get("headers"));
        var canonical = CanonicalRequest.of(
                vector.get("method").asText(),
                url(vector),
                headers,
                vector.get("body").asText().getBytes(UTF_8));

        assertThat(canonical.text()).isEqualTo(vector.get("canonical_request").asText());
        assertThat(canonical.hash())
                .isEqualTo(vector.get("hashed_canonical_request").asText());
        assertThat(KeyCredential.authorization(
                        canonical,
                        headers.get("X-Sdk-Date"),
                        Secret.of(vector.get("access_key").asText()),
                        Secret.of(vector.get("secret_key").asText())))
                .isEqualTo(vector.get("authorization").asText());
    }

    private static URI url(JsonNode vector) {
        String query = texts(vector.get("query")).entrySet().stream()
                .map(parameter -> parameter.getKey() + "=" + URLEncoder.encode(parameter.getValue(), UTF_8))
                .collect(Collectors.joining("&"));
        return URI.create("%s://%s%s%s"
                .formatted(
                        vector.get("scheme").asText(),
                        vector.get("host").asText(),
                        vector.get("path").asText(),
                        query.isEmpty() ? "" : "?" + query));
    }

    private static Map<String, String> texts(JsonNode object) {
        return object.propertyStream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, entry -> entry.getValue().asText(), (one, other) -> one, TreeMap::new));
    }
}
