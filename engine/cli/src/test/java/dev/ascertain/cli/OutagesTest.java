package dev.ascertain.cli;

import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.ok;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import dev.ascertain.cli.Stage.Run;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A provider in trouble: reads are repeated, what cannot be read is never drift, and no trigger is repeated. */
class OutagesTest {
    private static final String SCENARIO = ShopZone.SCENARIO + """
                    - hostname: shop.example
                      certificate_status: active
                      validation_method: txt
                      changes: [{after_trigger: 3s, set: {certificate_status: active}}]
            faults:
            """;
    private static final String STUCK =
            SCENARIO.replace("certificate_status: active\n", "certificate_status: timing_out\n");
    private static final String FAULT = "  - {path: \"%s\", %s}\n";

    @TempDir
    Path folder;

    @ParameterizedTest(name = "{0}")
    @ValueSource(
            strings = {
                "answer: html",
                "answer: html, retry_after: 2s",
                "answer: cut",
                "answer: reset",
                "answer: throttled, retry_after: 7s",
            })
    void aReadThatFailsForAMomentIsRepeated(String fault) {
        try (var cloud = Rehearsal.of(folder, SCENARIO + FAULT.formatted("*", "first: 1, " + fault))) {
            cloud.manifest(ShopZone.ALL);
            assertThat(cloud.run("plan")).isEqualTo(new Run(0, "Plan: 1 as expected.\n", ""));
            assertThat(cloud.requests()).containsExactly(ShopZone.READ, ShopZone.READ);
        }
    }

    static Stream<Arguments> outages() {
        return Stream.of(
                Arguments.of("html", "Cloudflare answered 503.", 4),
                Arguments.of("cut", "The answer of Cloudflare was cut off.", 4),
                Arguments.of("half", "Cloudflare answered with JSON that is cut off or malformed.", 4),
                Arguments.of("huge", "Cloudflare answered with more than 8 MiB, and the rest was not read.", 1),
                Arguments.of("reset", " closed the connection without an answer.", 4),
                Arguments.of("throttled", "Cloudflare answered 429 (10100 Rate limited).", 1),
                Arguments.of("throttled, retry_after: 10m", "Cloudflare answered 429 (10100 Rate limited).", 1));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("outages")
    void whatCannotBeReadIsToldAndIsNeverDrift(String fault, String told, int attempts) {
        try (var cloud = Rehearsal.of(folder, STUCK + FAULT.formatted("*", "answer: " + fault))) {
            cloud.manifest(ShopZone.ALL);
            Run plan = cloud.run("plan", "--detailed-exitcode");
            assertThat(plan.code()).isEqualTo(1);
            assertThat(plan.out())
                    .startsWith("  ? cloudflare_ssl_verification.shop                           could not be read\n")
                    .contains(told)
                    .contains("\n      next  ")
                    .endsWith("Plan: 1 could not be read.\nExit 1: 1 verification could not be read.\n");
            assertThat(plan.err()).isEmpty();
            assertThat(cloud.requests()).hasSize(attempts);

            Run apply = cloud.run("apply", "--auto-approve");
            assertThat(apply.code()).isEqualTo(1);
            assertThat(apply.out()).endsWith("Apply: 1 failed.\nExit 1: 1 verification failed.\n");
            assertThat(cloud.triggers()).isEmpty();
        }
    }

    /**
     * The clock of the run stands still while a call goes on, so each look is cut after as much real time as is left: one
     * second, and a tenth of it.
     */
    @Test
    void aProviderThatNeverAnswersHoldsARunNoLongerThanItWaits() {
        var server = new WireMockServer(WireMockConfiguration.options().dynamicPort());
        server.start();
        try {
            var stage = new Stage(folder, RealProviders.factories());
            stage.environment.put("CLOUDFLARE_API_TOKEN", "canary");
            stage.environment.put("CLOUDFLARE_BASE_URL", server.baseUrl() + "/client/v4");
            stage.manifest("a.yaml", "ascertain: 1\nverifications:\n  - " + ShopZone.ALL + "\n");
            server.stubFor(any(anyUrl()).willReturn(okJson("""
                    {"success": true, "result": [{"hostname": "shop.example", "certificate_status": "timing_out"}]}""")));
            assertThat(stage.run("plan", "--out", "change.plan").code()).isZero();

            server.resetAll();
            server.stubFor(any(anyUrl()).willReturn(ok().withFixedDelay(3_600_000)));
            Run apply = stage.run("apply", "change.plan", "--wait", "1s");
            assertThat(apply.code()).isEqualTo(1);
            assertThat(apply.out())
                    .contains("localhost:" + server.port() + " had not answered when the deadline came, 100 ms later.")
                    .contains("\n      next  Run this again later.\n")
                    .endsWith("Apply: 1 failed.\nExit 1: 1 verification failed.\n");
            assertThat(apply.out() + apply.err()).doesNotContain("canary", "\tat ", "Exception");
            server.verify(2, getRequestedFor(urlEqualTo(ShopZone.READ.substring("GET ".length()))));
            server.verify(2, anyRequestedFor(anyUrl()));
        } finally {
            server.stop();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "CLOUDFLARE_BASE_URL, {type: cloudflare_ssl_verification; name: shop; zone_id: 11111111111111111111111111111111}",
        "HW_LIVE_ENDPOINT, {type: huaweicloud_live_domain_verification; name: push; domain: push.example.com}",
    })
    void aCertificateThatNobodyVouchesForEndsBeforeAnythingIsSent(String address, String verification) {
        var server = new WireMockServer(
                WireMockConfiguration.options().httpDisabled(true).dynamicHttpsPort());
        server.start();
        try (var cloud = Rehearsal.of(folder, SCENARIO + "  []\n")) {
            String host = "localhost:" + server.httpsPort();
            cloud.stage.environment.putAll(Map.of(
                    "CLOUDFLARE_API_TOKEN",
                    "canary",
                    "HUAWEICLOUD_SDK_AK",
                    "canary",
                    "HUAWEICLOUD_SDK_SK",
                    "canary",
                    "HW_PROJECT_ID",
                    "0123456789abcdef0123456789abcdef",
                    "HW_REGION_NAME",
                    "cn-north-4",
                    address,
                    "https://" + host));
            cloud.manifest(verification.replace(';', ','));
            for (String[] words : new String[][] {{"plan"}, {"apply", "--auto-approve"}}) {
                Run run = cloud.run(words);
                assertThat(run.code()).isEqualTo(1);
                assertThat(run.out())
                        .contains(host + " presented a certificate that is not trusted here; nothing was sent.")
                        .contains("whether a proxy reads the traffic");
                assertThat(run.out() + run.err()).doesNotContain("canary", "\tat ", "Exception");
            }
            assertThat(server.getAllServeEvents()).isEmpty();
            assertThat(cloud.requests()).isEmpty();
        } finally {
            server.stop();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"cut", "half", "reset", "huge"})
    void aTriggerWhoseAnswerIsLostIsNotRepeatedAndTheLooksTell(String fault) {
        try (var cloud = Rehearsal.of(folder, STUCK + FAULT.formatted("*retry=true", "answer: " + fault))) {
            Run apply = cloud.manifest(ShopZone.ALL).run("apply", "--auto-approve");
            assertThat(apply.code()).isZero();
            assertThat(apply.out()).endsWith("Apply: 1 met.\n");
            assertThat(cloud.triggers()).containsExactly(ShopZone.RETRY);
        }
    }

    @Test
    void aTriggerThatDidNotArriveIsNotRepeatedEither() {
        try (var cloud = Rehearsal.of(folder, STUCK + FAULT.formatted("*retry=true", "answer: html"))) {
            Run apply = cloud.manifest(ShopZone.ALL).run("apply", "--auto-approve");
            assertThat(apply.code()).isEqualTo(3);
            assertThat(apply.out())
                    .contains("A check was asked for; nothing had changed by the deadline. Asked once.")
                    .contains("Apply: 1 unchanged.\n");
            assertThat(cloud.triggers()).containsExactly(ShopZone.RETRY);
        }
    }
}
