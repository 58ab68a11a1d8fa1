package dev.ascertain.providers.http;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import com.github.tomakehurst.wiremock.http.Fault;
import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import dev.ascertain.testkit.CapturedLog;
import dev.ascertain.testkit.FakeTime;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A secret goes out with its request and is seen nowhere else, whatever the server does with it. */
final class SecretsTest {
    private static final String ENCODED = URLEncoder.encode(Stub.CANARY, StandardCharsets.UTF_8);
    private static final String NUMBERED = Stub.CANARY.replace("\"", "\\\"").replace("=", "\\u003d");
    private static final String ESCAPED = Stub.CANARY.replace("\"", "\\\"");

    @RegisterExtension
    static final WireMockExtension SERVER = WireMockExtension.newInstance()
            .options(WireMockConfiguration.wireMockConfig().dynamicPort())
            .build();

    private final HttpAccess access = Stub.access(FakeTime.at("2026-01-01T00:00:00Z"));

    @BeforeEach
    void clearLog() {
        CapturedLog.clear();
    }

    @AfterEach
    void close() {
        access.close();
    }

    @ParameterizedTest
    @MethodSource("answers")
    void aSecretIsNowhereElse(ResponseDefinitionBuilder answer) {
        SERVER.stubFor(any(anyUrl()).willReturn(answer));

        Throwable failure = catchThrowable(() -> reading().thing("a"));

        assertThat(failure).isNotNull();
        assertThat(seen(failure)).isNotEmpty().doesNotContain(Stub.CANARY, ENCODED, ESCAPED, "7f3a");
        assertThat(CapturedLog.lines()).isNotEmpty();
        assertThat(String.join("\n", CapturedLog.lines())).doesNotContain(Stub.CANARY, ENCODED, ESCAPED, "7f3a");
    }

    static Stream<Arguments> answers() {
        return Stream.of(
                argumentSet("plain", answer(401, "text/plain", "no such token: " + Stub.CANARY)),
                argumentSet("URL-encoded", answer(403, "text/html", "<a href=?token=" + ENCODED + ">")),
                argumentSet("JSON-escaped", answer(500, "application/json", "{\"token\":\"" + ESCAPED + "\"}")),
                argumentSet("numbered", answer(400, "application/json", "{\"token\":\"" + NUMBERED + "\"}")),
                argumentSet("as an unexpected shape", answer(200, "application/json", "[\"" + ESCAPED + "\"]")),
                argumentSet("in half a JSON", answer(200, "application/json", "{\"" + ESCAPED + "\":")),
                argumentSet("as a content type", answer(200, Stub.CANARY, "{}")),
                argumentSet("in a header", answer(400, "text/plain", "").withHeader("X-Auth-Token", Stub.CANARY)),
                argumentSet("in a location", answer(302, "text/plain", "").withHeader("Location", "/" + ENCODED)),
                argumentSet("in nothing", aResponse().withFault(Fault.MALFORMED_RESPONSE_CHUNK)));
    }

    @Test
    void aSecretThatIsSentBackIsNotDecoded() {
        SERVER.stubFor(any(anyUrl()).willReturn(answer(200, "application/json", "{\"name\":\"" + ESCAPED + "\"}")));

        assertThat(reading().thing("a").name()).isEqualTo("••••••");
    }

    @Test
    void theLogShowsTheRestOfTheExchange() {
        SERVER.stubFor(
                any(anyUrl()).willReturn(answer(200, "application/json", "{\"name\":\"a\\n\u001b[2J\u202e\"}\n")));

        catchThrowable(() -> reading().thing("a"));

        List<String> lines = CapturedLog.lines();
        assertThat(lines.getFirst()).matches("DEBUG GET http://localhost:\\d+/v1/things/a -> 200, 0 ms, \\d+ bytes");
        assertThat(lines.get(1)).isEqualTo("TRACE sent {Accept: application/json, Authorization: ••••••} ");
        assertThat(lines.get(2)).endsWith("{\"name\":\"a\\n\\u{1b}[2J\\u{202e}\"}\\u{a}");
    }

    private static ResponseDefinitionBuilder answer(int status, String contentType, String body) {
        return aResponse()
                .withStatus(status)
                .withHeader("Content-Type", contentType)
                .withBody(body);
    }

    /** All that a failure can show, causes and suppressed ones included. */
    private static String seen(Throwable failure) {
        var text = new StringWriter();
        failure.printStackTrace(new PrintWriter(text));
        return text.toString();
    }

    private Stub.Reading reading() {
        return access.reads(Stub.Reading.class, Stub.at(SERVER.getPort()));
    }
}
