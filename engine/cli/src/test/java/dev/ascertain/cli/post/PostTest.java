package dev.ascertain.cli.post;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.equalToJson;
import static com.github.tomakehurst.wiremock.client.WireMock.exactly;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.wireMockConfig;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.http.Fault;
import com.github.tomakehurst.wiremock.stubbing.Scenario;
import dev.ascertain.spi.Pause;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What a message meets on its way. */
class PostTest {
    private static final String PATH = "/services/T0/B0/canary_of_slack";
    private static final String JSON = "{\"text\":\"Plan: 1 to retry.\"}";
    private static final Pause AT_ONCE = _ -> {};
    private static final Pause STOPPED = _ -> {
        throw new InterruptedException("the run is to stop");
    };
    private static final Post.Limits LIMITS = new Post.Limits(Duration.ofSeconds(5), Duration.ofSeconds(5));

    private final WireMockServer server =
            new WireMockServer(wireMockConfig().dynamicPort().dynamicHttpsPort());

    @BeforeEach
    void start() {
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop();
    }

    @Test
    void isOnePostOfJson() throws AddressFault {
        answers(aResponse().withStatus(200).withBody("ok"));
        assertThat(send(AT_ONCE)).isEmpty();
        server.verify(
                exactly(1),
                postRequestedFor(urlEqualTo(PATH))
                        .withHeader("Content-Type", equalTo("application/json"))
                        .withHeader("User-Agent", equalTo("ascertain/1.2.3"))
                        .withRequestBody(equalToJson(JSON)));
    }

    static Stream<Arguments> answers() {
        return Stream.of(
                Arguments.of("nothing to say", aResponse().withStatus(204), null, 1),
                Arguments.of("a lot to say", aResponse().withBody("x".repeat(5_000_000)), null, 1),
                Arguments.of(
                        "a word of Slack's",
                        aResponse().withStatus(404).withBody("no_service\n"),
                        "localhost answered 404 (no_service).",
                        1),
                Arguments.of(
                        "the address itself",
                        aResponse().withStatus(404).withBody("Cannot POST " + PATH),
                        "localhost answered 404.",
                        1),
                Arguments.of(
                        "a word of the address",
                        aResponse().withStatus(403).withBody("canary_of_slack"),
                        "localhost answered 403.",
                        1),
                Arguments.of(
                        "what a terminal obeys",
                        aResponse().withStatus(400).withBody("\u001b[2J"),
                        "localhost answered 400.",
                        1),
                Arguments.of(
                        "another place",
                        aResponse().withStatus(302).withHeader("Location", "/elsewhere"),
                        "localhost answered 302, which is a redirect, and none is followed.",
                        1),
                Arguments.of("too much", aResponse().withStatus(429), "localhost answered 429.", 1),
                Arguments.of("a fault of the server", aResponse().withStatus(503), "localhost answered 503.", 2),
                Arguments.of(
                        "nothing",
                        aResponse().withFault(Fault.EMPTY_RESPONSE),
                        "The connection to localhost broke.",
                        2),
                Arguments.of(
                        "garbage",
                        aResponse().withFault(Fault.RANDOM_DATA_THEN_CLOSE),
                        "The connection to localhost broke.",
                        2));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource
    void answers(String name, ResponseDefinitionBuilder answer, String fault, int times) throws AddressFault {
        answers(answer);
        assertThat(send(AT_ONCE)).isEqualTo(Optional.ofNullable(fault));
        server.verify(exactly(times), postRequestedFor(urlEqualTo(PATH)));
        server.verify(exactly(0), getRequestedFor(anyUrl()));
    }

    @Test
    void isSentOnceMoreAfterAFaultOfTheServer() throws AddressFault {
        server.stubFor(post(PATH)
                .inScenario("one fault")
                .whenScenarioStateIs(Scenario.STARTED)
                .willReturn(aResponse().withStatus(500))
                .willSetStateTo("well"));
        server.stubFor(post(PATH)
                .inScenario("one fault")
                .whenScenarioStateIs("well")
                .willReturn(aResponse().withStatus(200)));
        assertThat(send(AT_ONCE)).isEmpty();
        server.verify(exactly(2), postRequestedFor(urlEqualTo(PATH)));
    }

    @Test
    void isNotSentOnceMoreWhenTheRunIsToStop() throws AddressFault {
        answers(aResponse().withStatus(500));
        assertThat(send(STOPPED)).contains("localhost answered 500.");
        assertThat(Thread.interrupted()).as("the interrupt is handed on").isTrue();
        server.verify(exactly(1), postRequestedFor(urlEqualTo(PATH)));
    }

    @Test
    void isSentByARunThatWasStopped() throws AddressFault {
        answers(aResponse().withStatus(200));
        Thread.currentThread().interrupt();
        assertThat(send(STOPPED)).isEmpty();
        assertThat(Thread.interrupted()).isTrue();
    }

    @Test
    void isNotWaitedForLongNorSentTwiceThen() throws AddressFault {
        answers(aResponse().withStatus(200).withFixedDelay(5_000));
        var hasty = new Post.Limits(Duration.ofSeconds(5), Duration.ofMillis(300));
        assertThat(new Post("ascertain/1.2.3", AT_ONCE, hasty).send(address(), body()))
                .contains("localhost did not answer within 300 ms.");
        server.verify(exactly(1), postRequestedFor(urlEqualTo(PATH)));
    }

    @Test
    void anAnswerThatDripsIsNotWaitedFor() throws AddressFault {
        answers(aResponse().withStatus(500).withBody("drop_by_drop").withChunkedDribbleDelay(10, 10_000));
        var hasty = new Post.Limits(Duration.ofSeconds(5), Duration.ofMillis(500));
        assertThat(new Post("ascertain/1.2.3", AT_ONCE, hasty).send(address(), body()))
                .contains("localhost did not answer within 500 ms.");
    }

    @Test
    void nothingIsSentWhereTheCertificateIsNotTrusted() throws AddressFault {
        answers(aResponse().withStatus(200));
        var address = PostAddress.of("https://localhost:" + server.httpsPort() + PATH);
        assertThat(new Post("ascertain/1.2.3", AT_ONCE, LIMITS).send(address, body()))
                .contains(
                        "localhost could not be reached safely (TLS): its certificate is not trusted here, or not valid"
                                + " for that name; nothing was sent.");
        server.verify(exactly(0), postRequestedFor(anyUrl()));
    }

    @Test
    void nobodyListens() throws AddressFault, IOException {
        int port;
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = socket.getLocalPort();
        }
        var address = PostAddress.of("http://localhost:" + port + PATH);
        assertThat(new Post("ascertain/1.2.3", AT_ONCE, LIMITS).send(address, body()))
                .contains("localhost refused the connection.");
    }

    private void answers(ResponseDefinitionBuilder answer) {
        server.stubFor(post(PATH).willReturn(answer));
    }

    private Optional<String> send(Pause pause) throws AddressFault {
        return new Post("ascertain/1.2.3", pause, LIMITS).send(address(), body());
    }

    private PostAddress address() throws AddressFault {
        return PostAddress.of("http://localhost:" + server.port() + PATH);
    }

    private static byte[] body() {
        return JSON.getBytes(StandardCharsets.UTF_8);
    }
}
