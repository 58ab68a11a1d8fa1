package dev.ascertain.providers.huaweicloud.live;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ascertain.spi.Secret;
import feign.Request;
import feign.Request.HttpMethod;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KeyCredentialTest {
    private static final String URL =
            "https://live.cn-north-4.myhuaweicloud.com/v1/0123456789abcdef0123456789abcdef/domain/verification";
    private static final Map<String, Collection<String>> PROJECT =
            Map.of("X-Project-Id", List.of("0123456789abcdef0123456789abcdef"));

    @Test
    void signsTheCallThatAsksForACheck() {
        var signed = at("2019-11-15T03:36:55Z", null)
                .authenticate(request(
                        HttpMethod.POST, URL, PROJECT, "{\"domain\":\"push.example.com\",\"verify_type\":\"DNS\"}"));

        // As in the vector live-post-dns.
        assertThat(only(signed, "Authorization"))
                .isEqualTo("SDK-HMAC-SHA256 Access=AKEXAMPLE0000000000A, SignedHeaders=host;x-project-id;x-sdk-date,"
                        + " Signature=537e41b2fe5948706167e49d08870b7049ded4c9c6f5abb3579ebea7e83304a3");
        assertThat(only(signed, "X-Sdk-Date")).isEqualTo("20191115T033655Z");
        assertThat(signed.headers()).doesNotContainKey("Host");
        assertThat(new String(signed.body(), UTF_8))
                .isEqualTo("{\"domain\":\"push.example.com\",\"verify_type\":\"DNS\"}");
    }

    @Test
    void signsAgainWithoutLeavingTheOldSignature() {
        var once = at("2019-11-15T03:36:55Z", "ST").authenticate(request(HttpMethod.GET, URL, PROJECT, null));
        var twice = at("2019-11-15T03:36:57Z", "ST").authenticate(once);

        assertThat(only(twice, "X-Sdk-Date")).isEqualTo("20191115T033657Z");
        assertThat(only(twice, "X-Security-Token")).isEqualTo("ST");
        assertThat(only(twice, "Authorization")).isNotEqualTo(only(once, "Authorization"));
    }

    @Test
    void signsOnlyWhatIsSent() {
        var signed = at("2019-11-15T03:36:55Z", null)
                .authenticate(request(HttpMethod.GET, URL, Map.of("accept", List.of("application/json")), null));

        assertThat(only(signed, "Authorization")).contains("SignedHeaders=host;x-sdk-date,");
        assertThat(only(signed, "Accept")).isEqualTo("application/json");
    }

    @Test
    void signsTheTokenOfTemporaryKeys() {
        var signed = at("2019-11-15T03:36:55Z", "ST").authenticate(request(HttpMethod.GET, URL, PROJECT, null));

        assertThat(only(signed, "Authorization"))
                .contains("SignedHeaders=host;x-project-id;x-sdk-date;x-security-token,");
    }

    @ParameterizedTest
    @CsvSource({
        "https://live.example.com/v1, live.example.com",
        "https://live.example.com:443/v1, live.example.com",
        "https://live.example.com:8443/v1, live.example.com:8443",
        "http://localhost:80/v1, localhost",
        "http://127.0.0.1:8080/v1, 127.0.0.1:8080",
        "http://[::1]:8080/v1, [::1]:8080",
    })
    void hostHasItsPortUnlessItIsTheUsualOne(String url, String host) {
        assertThat(CanonicalRequest.host(URI.create(url))).isEqualTo(host);
    }

    @Test
    void namesAllThatMustNotBeSeen() {
        assertThat(at("2019-11-15T03:36:55Z", "ST").secrets())
                .containsExactly(
                        Secret.of("AKEXAMPLE0000000000A"),
                        Secret.of("skExampleSecret0000000000000000000000000"),
                        Secret.of("ST"));
        assertThat(at("2019-11-15T03:36:55Z", null).secrets())
                .containsExactly(
                        Secret.of("AKEXAMPLE0000000000A"), Secret.of("skExampleSecret0000000000000000000000000"));
    }

    private static KeyCredential at(String instant, @Nullable String token) {
        return new KeyCredential(
                Secret.of("AKEXAMPLE0000000000A"),
                Secret.of("skExampleSecret0000000000000000000000000"),
                token == null ? null : Secret.of(token),
                Clock.fixed(Instant.parse(instant), ZoneOffset.UTC));
    }

    private static Request request(
            HttpMethod method, String url, Map<String, Collection<String>> headers, @Nullable String body) {
        return Request.create(method, url, headers, body == null ? null : body.getBytes(UTF_8), UTF_8, null);
    }

    private static String only(Request request, String header) {
        var values = request.headers().entrySet().stream()
                .filter(entry -> entry.getKey().equalsIgnoreCase(header))
                .flatMap(entry -> entry.getValue().stream())
                .toList();
        assertThat(values).as(header).hasSize(1);
        return values.getFirst();
    }
}
