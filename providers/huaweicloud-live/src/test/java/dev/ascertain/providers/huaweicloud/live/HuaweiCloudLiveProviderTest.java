package dev.ascertain.providers.huaweicloud.live;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.wireMockConfig;
import static com.github.tomakehurst.wiremock.stubbing.Scenario.STARTED;
import static dev.ascertain.providers.huaweicloud.live.Declarations.declared;
import static dev.ascertain.providers.huaweicloud.live.Gateway.PATH;
import static dev.ascertain.providers.huaweicloud.live.Gateway.assertSigned;
import static dev.ascertain.providers.huaweicloud.live.Gateway.exchange;
import static dev.ascertain.providers.huaweicloud.live.Gateway.json;
import static dev.ascertain.providers.huaweicloud.live.Gateway.only;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import dev.ascertain.spi.Challenge;
import dev.ascertain.spi.Declared;
import dev.ascertain.spi.Interest;
import dev.ascertain.spi.Observation;
import dev.ascertain.spi.Provider;
import dev.ascertain.spi.ProviderException;
import dev.ascertain.spi.ProviderException.Kind;
import dev.ascertain.spi.Status;
import dev.ascertain.spi.Trigger;
import dev.ascertain.spi.TriggerReply;
import dev.ascertain.spi.Value;
import dev.ascertain.testkit.CapturedLog;
import dev.ascertain.testkit.FakeTime;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The provider, over HTTP, against what stands in for the vendor. */
class HuaweiCloudLiveProviderTest {
    @RegisterExtension
    static final WireMockExtension SERVER = WireMockExtension.newInstance()
            .options(wireMockConfig().dynamicPort())
            .build();

    private final Gateway gateway = new Gateway(SERVER);
    private final FakeTime time = FakeTime.at("2026-11-22T10:00:00Z");
    private final List<Provider> opened = new ArrayList<>();

    @AfterEach
    void close() {
        opened.forEach(Provider::close);
    }

    @Test
    void observesWithASignedQuery() {
        gateway.answers(PATH, 200, "unconfirmed");

        var observation = observe(keys(), declared("domain", "Push.Example.com."));

        var request = gateway.onlyArrived();
        assertThat(request.getMethod().value()).isEqualTo("GET");
        assertThat(request.getUrl()).isEqualTo(PATH + "?domain=push.example.com");
        assertThat(only(request, "X-Sdk-Date")).isEqualTo("20261122T100000Z");
        assertThat(only(request, "X-Project-Id")).isEqualTo(Gateway.PROJECT);
        assertThat(request.containsHeader("X-Security-Token")).isFalse();
        assertSigned(request, "Host", "X-Sdk-Date", "X-Project-Id");
        var live = observation.verifications().getFirst();
        assertThat(live.id()).isEqualTo("push.example.com");
        assertThat(live.status()).isEqualTo(Status.NEEDS_PROOF);
        assertThat(live.attribute("domain")).contains(Value.of("example.com"));
        assertThat(live.challenges())
                .containsExactly(new Challenge.Txt(
                        "verification.example.com",
                        "liveauth_35437cc60f99bc14d6f51528a5496b9d96582828bd506ba74785fdea90c094b2",
                        null));
    }

    @ParameterizedTest
    @ValueSource(strings = {"push+1.example.com", "a b*~.example.com", "пример.example.com", "{x}&domain=%41/../?#"})
    void signsWhateverIsDeclaredAsItIsSent(String domain) {
        gateway.answers(PATH, 200, "confirmed");

        observe(keys(), declared("domain", domain));

        assertSigned(gateway.onlyArrived(), "Host", "X-Sdk-Date", "X-Project-Id");
        assertThat(gateway.onlyArrived().queryParameter("domain").values())
                .containsExactly(domain.toLowerCase(Locale.ROOT));
    }

    @Test
    void asksForACheckWithASignedPost() {
        gateway.answers(PATH, 200, "confirmed");

        var reply = ask(keys());

        var request = gateway.onlyArrived();
        assertThat(request.getMethod().value()).isEqualTo("POST");
        assertThat(request.getUrl()).isEqualTo(PATH);
        assertThat(request.getBodyAsString()).isEqualTo(exchange("check.request.json"));
        assertThat(only(request, "Content-Type")).isEqualTo("application/json");
        assertSigned(request, "Host", "X-Sdk-Date", "X-Project-Id");
        assertThat(reply.asked()).isTrue();
        assertThat(reply.notice()).isNull();
        assertThat(reply.observation().verifications())
                .extracting(live -> live.status())
                .containsExactly(Status.VERIFIED);
    }

    @Test
    void signsTheTokenOfTemporaryKeys() {
        gateway.answers(PATH, 200, "confirmed");

        observe(temporaryKeys(), declared());

        assertThat(only(gateway.onlyArrived(), "X-Security-Token")).isEqualTo("ST-canary-3==");
        assertSigned(gateway.onlyArrived(), "Host", "X-Sdk-Date", "X-Project-Id", "X-Security-Token");
    }

    @Test
    void sendsATokenUnsigned() {
        gateway.answers(PATH, 200, "confirmed");

        observe(open("project_id", Gateway.PROJECT, "auth_token", "MII-canary"), declared());

        assertThat(only(gateway.onlyArrived(), "X-Auth-Token")).isEqualTo("MII-canary");
        assertThat(gateway.onlyArrived().containsHeader("Authorization")).isFalse();
        assertThat(gateway.onlyArrived().containsHeader("X-Sdk-Date")).isFalse();
    }

    @Test
    void signsARepeatedReadAnew() {
        gateway.answers(
                get(urlPathEqualTo(PATH))
                        .inScenario("outage")
                        .whenScenarioStateIs(STARTED)
                        .willSetStateTo("over"),
                aResponse().withStatus(503).withHeader("Retry-After", "7"));
        gateway.answers(
                get(urlPathEqualTo(PATH)).inScenario("outage").whenScenarioStateIs("over"), json(200, "confirmed"));

        observe(temporaryKeys(), declared());

        assertThat(gateway.arrived())
                .extracting(request -> only(request, "X-Sdk-Date"))
                .containsExactly("20261122T100000Z", "20261122T100007Z");
        gateway.arrived()
                .forEach(request -> assertSigned(request, "Host", "X-Sdk-Date", "X-Project-Id", "X-Security-Token"));
    }

    @Test
    void asksOnlyOnceWhateverHappens() {
        gateway.answers(any(anyUrl()), aResponse().withStatus(503).withHeader("Retry-After", "1"));

        var provider = keys();
        assertThatThrownBy(() -> ask(provider))
                .isInstanceOfSatisfying(
                        ProviderException.class, told -> assertThat(told.kind()).isEqualTo(Kind.UNAVAILABLE));

        assertThat(gateway.arrived()).hasSize(1);
    }

    @Test
    void goesOnLookingWhereThereIsNoCallThatAsks() {
        gateway.answers(PATH, 404, "no-such-call");

        var reply = ask(keys());

        assertThat(reply)
                .isEqualTo(new TriggerReply(
                        null,
                        "Huawei Cloud Live has no call here to ask for a check (APIGW.0101); the query goes on until"
                                + " the deadline.",
                        false));
    }

    @Test
    void looksTheProjectUpOnceHoweverManyAsk() throws Exception {
        gateway.answers("/v3/projects", 200, "projects");
        gateway.answers(PATH, 200, "confirmed");
        var provider = open("access_key", "AK-canary-1", "secret_key", "SK-canary-2");

        List<Future<Observation>> readings = new ArrayList<>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < 20; i++) {
                var declared = declared("domain", "push" + i + ".example.com");
                readings.add(threads.submit(() -> observe(provider, declared)));
            }
        }

        for (Future<Observation> reading : readings) {
            assertThat(reading.get().verifications()).hasSize(1);
        }
        var lookups = gateway.arrived().stream()
                .filter(request -> request.getUrl().startsWith("/v3/"))
                .toList();
        assertThat(lookups).hasSize(1);
        assertThat(lookups.getFirst().getUrl()).isEqualTo("/v3/projects?name=cn-north-4");
        assertThat(lookups.getFirst().containsHeader("X-Project-Id")).isFalse();
        assertSigned(lookups.getFirst(), "Host", "X-Sdk-Date");
        assertThat(gateway.arrived()).hasSize(21);
    }

    @Test
    void one401StopsEveryFurtherCallAndTellsNoSecret() {
        gateway.answers(PATH, 401, "signature-refused");
        var provider = temporaryKeys();
        CapturedLog.clear();

        assertThatThrownBy(() -> observe(provider, declared()))
                .isInstanceOfSatisfying(ProviderException.class, told -> {
                    assertThat(told.kind()).isEqualTo(Kind.UNAUTHORIZED);
                    assertThat(told.what())
                            .startsWith("Huawei Cloud Live answered 401 (APIGW.0301 Incorrect IAM authentication"
                                    + " information: verify aksk signature fail, canonicalRequest:GET|");
                    assertThat(everythingOf(told) + provider).doesNotContain("canary");
                });
        assertThatThrownBy(() -> ask(provider))
                .isInstanceOfSatisfying(
                        ProviderException.class, told -> assertThat(told.kind()).isEqualTo(Kind.NOT_ASKED));

        assertThat(gateway.arrived()).hasSize(1);
        assertThat(CapturedLog.lines()).isNotEmpty().noneMatch(line -> line.contains("canary"));
    }

    @Test
    void htmlIsNoAnswer() {
        gateway.answers(
                any(anyUrl()),
                aResponse()
                        .withStatus(200)
                        .withHeader("Content-Type", "text/html")
                        .withBody("<html>Log in</html>"));

        var provider = keys();
        assertThatThrownBy(() -> observe(provider, declared()))
                .isInstanceOfSatisfying(
                        ProviderException.class, told -> assertThat(told.kind()).isEqualTo(Kind.MALFORMED_RESPONSE));
    }

    private static Observation observe(Provider provider, Declared declared) {
        return provider.observe(provider.bind(declared), Interest.PLAIN);
    }

    private static TriggerReply ask(Provider provider) {
        return provider.trigger(
                provider.bind(declared()), new Trigger(Trigger.Kind.RECHECK, "Huawei Cloud Live to check", "DNS"));
    }

    private Provider keys() {
        return open("project_id", Gateway.PROJECT, "access_key", "AK-canary-1", "secret_key", "SK-canary-2");
    }

    private Provider temporaryKeys() {
        return open(
                "project_id", Gateway.PROJECT,
                "access_key", "AK-canary-1",
                "secret_key", "SK-canary-2",
                "security_token", "ST-canary-3==");
    }

    private Provider open(String... settings) {
        var places = Stream.of("region", "cn-north-4", "endpoint", SERVER.baseUrl(), "iam_endpoint", SERVER.baseUrl());
        var account =
                Accounts.account(Stream.concat(places, Stream.of(settings)).toArray(String[]::new));
        assertThat(new HuaweiCloudLiveFactory().check(account)).isEmpty();
        var provider = new HuaweiCloudLiveFactory().create(account, time.context(8));
        opened.add(provider);
        return provider;
    }

    private static String everythingOf(ProviderException told) {
        var trace = new StringWriter();
        told.printStackTrace(new PrintWriter(trace));
        return trace + " " + told.hint() + told.code();
    }
}
