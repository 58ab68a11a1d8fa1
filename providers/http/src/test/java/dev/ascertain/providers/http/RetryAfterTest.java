package dev.ascertain.providers.http;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.patch;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import com.github.tomakehurst.wiremock.stubbing.Scenario;
import dev.ascertain.spi.ProviderException;
import dev.ascertain.spi.ProviderException.Kind;
import dev.ascertain.testkit.FakeTime;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a vendor says of when to ask again. */
final class RetryAfterTest {
    @RegisterExtension
    static final WireMockExtension SERVER = WireMockExtension.newInstance()
            .options(WireMockConfiguration.wireMockConfig().dynamicPort())
            .build();

    private final FakeTime time = FakeTime.at("2026-01-01T00:00:00Z");
    private final HttpAccess access = Stub.access(time);

    @AfterEach
    void close() {
        access.close();
    }

    @ParameterizedTest
    @CsvSource({
        "429, 30, PT30S",
        "503, 7, PT7S",
        "'429', 'Thu, 01 Jan 2026 00:01:00 GMT', PT1M",
        "429, 120, PT2M",
    })
    void aReadWaitsAsLongAsAsked(int status, String header, Duration wait) {
        refuseOnce(status, header);

        assertThat(reading().thing("a").name()).isEqualTo("a");
        assertThat(time.held()).containsExactly(wait);
    }

    @ParameterizedTest
    @CsvSource({
        "429, 121, THROTTLED, PT2M1S",
        "503, 3600, UNAVAILABLE, PT1H",
        "429, 'Fri, 02 Jan 2026 00:00:00 GMT', THROTTLED, PT24H",
    })
    void aReadThatWouldHaveToWaitTooLongFailsAtOnce(int status, String header, Kind kind, Duration retryAfter) {
        refuseOnce(status, header);

        ProviderException failure =
                catchThrowableOfType(ProviderException.class, () -> reading().thing("a"));

        assertThat(failure).hasMessage("Acme answered %d ().", status);
        assertThat(failure.kind()).isEqualTo(kind);
        assertThat(failure.retryAfter()).contains(retryAfter);
        assertThat(time.held()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"soon", "-1", "99999999999999999999", "'Thu, 32 Jan 2026 00:01:00 GMT'"})
    void nonsenseIsAsIfNothingWereSaid(String header) {
        refuseOnce(503, header);

        assertThat(reading().thing("a").name()).isEqualTo("a");
        assertThat(time.held())
                .singleElement()
                .satisfies(wait -> assertThat(wait).isBetween(Duration.ofMillis(500), Duration.ofSeconds(1)));
    }

    @Test
    void a429HoldsEveryCallOfTheCredential() {
        SERVER.stubFor(get("/v1/things/a").willReturn(okJson("{\"name\":\"a\"}")));
        SERVER.stubFor(patch(urlEqualTo("/v1/things/a"))
                .willReturn(aResponse().withStatus(429).withHeader("Retry-After", "40")));
        Stub.Asking asking = access.triggers(Stub.Asking.class, Stub.at(SERVER.getPort()));

        ProviderException failure =
                catchThrowableOfType(ProviderException.class, () -> asking.change("a", new Stub.Thing("a", null)));
        assertThat(failure.retryAfter()).contains(Duration.ofSeconds(40));
        assertThat(time.held()).isEmpty();
        reading().thing("a");
        assertThat(time.held()).containsExactly(Duration.ofSeconds(40));
    }

    @Test
    void whileAVendorWantsToBeLeftAloneForLongNothingIsSent() {
        SERVER.stubFor(
                get("/v1/things/a").willReturn(aResponse().withStatus(429).withHeader("Retry-After", "3600")));

        catchThrowableOfType(ProviderException.class, () -> reading().thing("a"));
        ProviderException second =
                catchThrowableOfType(ProviderException.class, () -> reading().thing("a"));

        assertThat(second).hasMessage("Acme wants not to be asked for another 3600 s.");
        assertThat(second.kind()).isEqualTo(Kind.THROTTLED);
        assertThat(second.retryAfter()).contains(Duration.ofHours(1));
        assertThat(SERVER.getAllServeEvents()).hasSize(1);
    }

    @Test
    void theDocumentedLimitIsLoweredByWhatTheVendorSays() {
        SERVER.stubFor(get("/v1/things/a")
                .willReturn(okJson("{\"name\":\"a\"}").withHeader("Ratelimit", "\"default\";r=0;t=1")));

        reading().thing("a");
        reading().thing("a");

        assertThat(time.held()).containsExactly(Duration.ofSeconds(1));
    }

    private static void refuseOnce(int status, String retryAfter) {
        SERVER.stubFor(get("/v1/things/a")
                .inScenario("once")
                .whenScenarioStateIs(Scenario.STARTED)
                .willSetStateTo("over")
                .willReturn(aResponse().withStatus(status).withHeader("Retry-After", retryAfter)));
        SERVER.stubFor(get("/v1/things/a")
                .inScenario("once")
                .whenScenarioStateIs("over")
                .willReturn(okJson("{\"name\":\"a\"}")));
    }

    private Stub.Reading reading() {
        return access.reads(Stub.Reading.class, Stub.at(SERVER.getPort()));
    }
}
