package dev.ascertain.providers.http;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import dev.ascertain.spi.ProviderException;
import dev.ascertain.spi.ProviderException.Kind;
import dev.ascertain.testkit.FakeTime;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What an answer that is no success, or no answer, becomes, and how often it is asked for. */
final class BadAnswersTest {
    @RegisterExtension
    static final WireMockExtension SERVER = WireMockExtension.newInstance()
            .options(WireMockConfiguration.wireMockConfig().dynamicPort())
            .build();

    private final HttpAccess access = Stub.access(FakeTime.at("2026-01-01T00:00:00Z"));

    @AfterEach
    void close() {
        access.close();
    }

    @ParameterizedTest
    @MethodSource("answers")
    void aReadTellsWhatCame(ResponseDefinitionBuilder answer, Kind kind, String message, int attempts) {
        SERVER.stubFor(get("/v1/things/a").willReturn(answer));

        ProviderException failure = catchThrowableOfType(
                ProviderException.class,
                () -> access.reads(Stub.Reading.class, Stub.at(SERVER.getPort()))
                        .thing("a"));

        assertThat(failure).hasMessage(message).hasNoCause();
        assertThat(failure.kind()).isEqualTo(kind);
        SERVER.verify(attempts, getRequestedFor(urlEqualTo("/v1/things/a")));
        assertThat(SERVER.getAllServeEvents()).hasSize(attempts);
    }

    static Stream<Arguments> answers() {
        return Stream.of(
                argumentSet("400", status(400), Kind.REJECTED, "Acme answered 400 ().", 1),
                argumentSet("401", status(401), Kind.UNAUTHORIZED, "Acme answered 401 ().", 1),
                argumentSet("403", status(403), Kind.FORBIDDEN, "Acme answered 403 ().", 1),
                argumentSet("404", status(404), Kind.NOT_FOUND, "Acme answered 404 ().", 1),
                argumentSet("429", status(429), Kind.THROTTLED, "Acme answered 429 ().", 4),
                argumentSet("500", status(500), Kind.UNAVAILABLE, "Acme answered 500 ().", 4),
                argumentSet("503 in HTML", html(503), Kind.UNAVAILABLE, "Acme answered 503 (<html>).", 4),
                argumentSet(
                        "HTML", html(200), Kind.MALFORMED_RESPONSE, "Acme answered with text/html instead of JSON.", 4),
                argumentSet(
                        "no type",
                        aResponse().withBody("{}"),
                        Kind.MALFORMED_RESPONSE,
                        "Acme answered with something of no known type instead of JSON.",
                        4),
                argumentSet(
                        "nothing", json(""), Kind.MALFORMED_RESPONSE, "Acme answered with nothing instead of JSON.", 4),
                argumentSet("half a JSON", json("{\"name\":\"a"), Kind.MALFORMED_RESPONSE, HALF, 4),
                argumentSet("more than JSON", json("{} {}"), Kind.MALFORMED_RESPONSE, HALF, 4),
                argumentSet("too deep", json("[".repeat(2000) + "]".repeat(2000)), Kind.MALFORMED_RESPONSE, HALF, 4),
                argumentSet(
                        "another shape",
                        json("{\"verified\":{\"a\":1}}"),
                        Kind.MALFORMED_RESPONSE,
                        "Acme answered with JSON of an unknown shape, at verified.",
                        1),
                argumentSet(
                        "null",
                        json("null"),
                        Kind.MALFORMED_RESPONSE,
                        "Acme answered with JSON of an unknown shape, at its top.",
                        1),
                argumentSet(
                        "redirect",
                        status(302).withHeader("Location", "/v1/elsewhere"),
                        Kind.MALFORMED_RESPONSE,
                        "Acme answered with a redirect (302), which is not followed: a credential goes to no other address.",
                        1));
    }

    private static final String HALF = "Acme answered with JSON that is cut off or malformed.";

    private static ResponseDefinitionBuilder status(int status) {
        return aResponse().withStatus(status);
    }

    private static ResponseDefinitionBuilder html(int status) {
        return status(status)
                .withHeader("Content-Type", "text/html; charset=utf-8")
                .withBody("<html>");
    }

    private static ResponseDefinitionBuilder json(String body) {
        return aResponse().withHeader("Content-Type", "application/json").withBody(body);
    }
}
