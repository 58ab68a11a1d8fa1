package dev.ascertain.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.ValueSource;

class SdkSignatureTest {
    /** Published by the vendor, or made with the vendor's own signer; the keys are from its documentation. */
    @ParameterizedTest(name = "{0}")
    @CsvFileSource(resources = "signatures.csv", delimiter = '|', quoteCharacter = '\'', numLinesToSkip = 1)
    void agreesWithTheVendor(
            String name,
            String secret,
            String method,
            String target,
            String headers,
            String body,
            String authorization) {
        var call = call(method, target, headers, Objects.requireNonNullElse(body, ""));
        var signature = SdkSignature.parse(authorization).orElseThrow();
        assertThat(signature.signs(call, secret)).as(name).isTrue();
        assertThat(signature.signs(call, secret + "x")).as("another key").isFalse();
        assertThat(signature.signs(call(method, target, headers, "another body"), secret))
                .as("another body")
                .isFalse();
    }

    @Test
    void encodesAndSortsTheQuery() {
        var call = call("GET", "/a%20b/%E4%BD%A0?b=2&b=1&a=*~%2B&c", "host=h x-sdk-date=d", "");
        assertThat(new SdkSignature("AK", List.of("host", "x-sdk-date"), "").canonical(call))
                .startsWith("GET\n/a%20b/%E4%BD%A0/\na=%2A~%2B&b=1&b=2&c=\nhost:h\nx-sdk-date:d\n\nhost;x-sdk-date\n");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "Bearer token",
                "SDK-HMAC-SHA256 Access=AK, SignedHeaders=host",
                "SDK-HMAC-SHA256 Access=AK, SignedHeaders=host, Signature=short",
            })
    void isNoneOfOurs(String authorization) {
        assertThat(SdkSignature.parse(authorization)).isEmpty();
    }

    private static Call call(String method, String target, String headers, String body) {
        Map<String, String> map = new HashMap<>();
        for (String header : headers.split(" ", -1)) {
            var parts = header.split("=", 2);
            map.put(parts[0], parts[1]);
        }
        var parts = target.split("\\?", 2);
        return new Call(Instant.EPOCH, method, parts[0], parts.length < 2 ? "" : parts[1], map, body);
    }
}
