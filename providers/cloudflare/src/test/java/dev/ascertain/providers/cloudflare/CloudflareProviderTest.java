package dev.ascertain.providers.cloudflare;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.absent;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.equalToJson;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.patch;
import static com.github.tomakehurst.wiremock.client.WireMock.patchRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import dev.ascertain.spi.Challenge;
import dev.ascertain.spi.Declared;
import dev.ascertain.spi.Interest;
import dev.ascertain.spi.LiveVerification;
import dev.ascertain.spi.Observation;
import dev.ascertain.spi.Obstacle;
import dev.ascertain.spi.Provider;
import dev.ascertain.spi.ProviderException;
import dev.ascertain.spi.ProviderException.Kind;
import dev.ascertain.spi.Schedule;
import dev.ascertain.spi.Secret;
import dev.ascertain.spi.Settings;
import dev.ascertain.spi.Status;
import dev.ascertain.spi.Target;
import dev.ascertain.spi.Trigger;
import dev.ascertain.spi.TriggerReply;
import dev.ascertain.spi.TriggerWish;
import dev.ascertain.spi.Value;
import dev.ascertain.testkit.FakeTime;
import feign.RequestLine;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class CloudflareProviderTest {
    private static final String CANARY = "canary-token-5f2d";
    private static final String ID = "023e105f4ecef8ad9ca31a8372d0c353";
    private static final String VERIFICATION = "/client/v4/zones/" + ID + "/ssl/verification";
    private static final String PACKS =
            "/client/v4/zones/" + ID + "/ssl/certificate_packs?status=all&page=%d&per_page=50";
    private static final String ZONES = "/client/v4/zones?name=example.com&page=1&per_page=50";
    private static final String PACK = "b88f8bd7-3b47-46b4-a6f1-75cf98109949";
    private static final Interest ALL = new Interest() {
        @Override
        public boolean names(String attribute) {
            return true;
        }

        @Override
        public boolean unmet(LiveVerification live) {
            return true;
        }
    };
    private static final Interest REASONS = new Interest() {
        @Override
        public boolean names(String attribute) {
            return false;
        }

        @Override
        public boolean unmet(LiveVerification live) {
            return live.status() != Status.VERIFIED;
        }
    };
    private static final Trigger RETRY =
            new Trigger(Trigger.Kind.RECHECK, "Cloudflare to retry (zone " + ID + ", ?retry=true)", "zone");
    private static final Trigger CHECK_PACK = new Trigger(Trigger.Kind.RECHECK, "", "pack:" + PACK + ":txt");

    @RegisterExtension
    static final WireMockExtension CLOUD = WireMockExtension.newInstance()
            .options(WireMockConfiguration.wireMockConfig().dynamicPort())
            .build();

    private final FakeTime time = FakeTime.at("2026-03-01T00:00:00Z");
    private Provider provider = open(Map.of(), Map.of("api_token", Secret.of(CANARY)));

    @AfterEach
    void close() {
        provider.close();
    }

    @Test
    void readsTheExampleOfTheVendorsPage() {
        answer(VERIFICATION, fixture("verification-documented.json"));
        Observation observation = provider.observe(byId(), Interest.PLAIN);
        assertThat(observation.at()).isEqualTo("2026-03-01T00:00:00Z");
        assertThat(observation.obstacles()).isEmpty();
        assertThat(observation.notices()).isEmpty();
        LiveVerification live = observation.verifications().getFirst();
        assertThat(observation.verifications()).hasSize(1);
        assertThat(live.id()).isEqualTo("a77f8bd7-3b47-46b4-a6f1-75cf98109948");
        assertThat(live.label()).isEqualTo("a77f8bd7-3b47-46b4-a6f1-75cf98109948");
        assertThat(live.status()).isEqualTo(Status.VERIFIED);
        assertThat(live.schedule()).isEqualTo(Schedule.UNKNOWN);
        assertThat(texts(live))
                .containsExactly(
                        "certificate_status=active",
                        "brand_check=false",
                        "cert_pack_uuid=a77f8bd7-3b47-46b4-a6f1-75cf98109948",
                        "signature=ECDSAWithSHA256",
                        "validation_method=txt",
                        "verification_info=[{kind: txt, name: record_name, value: record_value}]",
                        "verification_status=true",
                        "verification_type=cname");
        CLOUD.verify(
                1,
                getRequestedFor(urlEqualTo(VERIFICATION))
                        .withHeader("Authorization", equalTo("Bearer " + CANARY))
                        .withHeader("X-Auth-Key", absent())
                        .withHeader("Accept", equalTo("application/json"))
                        .withHeader("User-Agent", equalTo("ascertain/test")));
        assertThat(requests()).hasSize(1);
    }

    @Test
    void aKeyGoesWithItsAddress() {
        provider.close();
        provider = open(Map.of("email", "user@example.com"), Map.of("api_key", Secret.of(CANARY)));
        answer(VERIFICATION, fixture("verification-empty.json"));
        assertThat(provider.observe(byId(), ALL).verifications()).isEmpty();
        CLOUD.verify(
                1,
                getRequestedFor(urlEqualTo(VERIFICATION))
                        .withHeader("X-Auth-Key", equalTo(CANARY))
                        .withHeader("X-Auth-Email", equalTo("user@example.com"))
                        .withHeader("Authorization", absent()));
        assertThat(requests()).hasSize(1);
    }

    @Test
    void whateverShapeArrivesIsRead() {
        answer(VERIFICATION, fixture("verification-mixed.json"));
        List<LiveVerification> live = provider.observe(byId(), Interest.PLAIN).verifications();
        assertThat(live)
                .extracting(LiveVerification::label)
                .containsExactly(
                        "shop.example.com ECDSAWithSHA256",
                        "shop.example.com SHA256WithRSA",
                        "new.example.com",
                        "brand.example.com",
                        "#5");
        assertThat(live)
                .extracting(LiveVerification::status)
                .containsExactly(
                        Status.VERIFIED, Status.NEEDS_PROOF, Status.UNKNOWN, Status.IN_PROGRESS, Status.UNKNOWN);
        assertThat(live.get(1).challenges())
                .containsExactly(
                        new Challenge.Txt("_acme-challenge.shop.example.com", "first", "pending"),
                        new Challenge.Txt("_acme-challenge.shop.example.com", "second", "pending"));
        assertThat(texts(live.get(2)))
                .containsExactly(
                        "certificate_status=teleporting",
                        "signature=EdDSA",
                        "validation_method=carrier-pigeon",
                        "hostname=new.example.com");
        assertThat(live.get(3).obstacles())
                .containsExactly(new Obstacle.BrandReview("c99f8bd7-3b47-46b4-a6f1-75cf98109950"));
        assertThat(live.get(4).attributes()).isEmpty();
    }

    @Test
    void whatIsNotMetIsJoinedWithItsPack() {
        answer(VERIFICATION, fixture("verification-open.json"));
        answer(PACKS.formatted(1), fixture("packs-page-1.json"));
        answer(PACKS.formatted(2), fixture("packs-page-2.json"));
        Observation observation = provider.observe(byId(), REASONS);
        assertThat(observation.notices()).isEmpty();
        LiveVerification met = observation.verifications().get(0);
        LiveVerification gaveUp = observation.verifications().get(1);
        LiveVerification open = observation.verifications().get(2);

        assertThat(met.obstacles()).isEmpty();
        assertThat(met.words()).isEmpty();
        assertThat(met.schedule())
                .isEqualTo(new Schedule(
                        Instant.parse("2026-01-01T00:00:00Z"),
                        null,
                        null,
                        null,
                        Instant.parse("2026-06-01T10:00:00Z"),
                        false));
        String said = "too many failed authorizations (5) for \"shop.example.com\" in the last 1h0m0s, retry after"
                + " 2026-03-01 01:00:00 UTC: see https://letsencrypt.org/docs/rate-limits/";
        assertThat(texts(gaveUp))
                .contains(
                        "certificate_authority=lets_encrypt",
                        "hosts=[shop.example.com]",
                        "pack_status=validation_timed_out",
                        "validation_errors=[" + said + "]");
        assertThat(gaveUp.words()).containsExactly(said);
        assertThat(gaveUp.obstacles())
                .containsExactly(new Obstacle.CaRateLimit(said, Instant.parse("2026-03-01T01:00:00Z")));
        assertThat(gaveUp.challenges())
                .containsExactly(new Challenge.Txt("_acme-challenge.shop.example.com", "tok-1", "pending"));
        Instant ordered = Instant.parse("2026-02-28T23:50:00.123456Z");
        assertThat(open.schedule())
                .isEqualTo(new Schedule(
                        ordered,
                        ordered.plusSeconds(658),
                        ordered.plusSeconds(610_263),
                        ordered.plus(Duration.ofDays(14)),
                        null,
                        true));
        assertThat(requests()).hasSize(3);
    }

    @Test
    void packsAreReadOnlyForWhoWantsToKnow() {
        answer(VERIFICATION, fixture("verification-documented.json"));
        provider.observe(byId(), REASONS);
        provider.observe(byId(), Interest.PLAIN);
        assertThat(requests()).extracting(LoggedRequest::getUrl).containsExactly(VERIFICATION, VERIFICATION);
    }

    @Test
    void packsAreReadForWhoWantsToKnowOfTheEnd() {
        answer(VERIFICATION, fixture("verification-documented.json"));
        answer(PACKS.formatted(1), fixture("packs-page-1.json"));
        answer(PACKS.formatted(2), fixture("packs-page-2.json"));
        provider.observe(byId(), new Interest() {
            @Override
            public boolean names(String attribute) {
                return false;
            }

            @Override
            public boolean unmet(LiveVerification live) {
                return false;
            }

            @Override
            public boolean expiry() {
                return true;
            }
        });
        CLOUD.verify(1, getRequestedFor(urlEqualTo(PACKS.formatted(1))));
    }

    @Test
    void packsThatMayNotBeReadAreMissedAndTold() {
        answer(VERIFICATION, fixture("verification-open.json"));
        answer(PACKS.formatted(1), refusal(403));
        Observation observation = provider.observe(byId(), REASONS);
        assertThat(observation.verifications()).hasSize(3);
        assertThat(observation.notices())
                .containsExactly("The certificate packs of zone " + ID + " could not be read, so certificate authority,"
                        + " expiry and validation errors are missing. Cloudflare answered 403 (10000 Authentication"
                        + " error). The token needs the permission \"SSL and Certificates Read\".");
    }

    @Test
    void anOutageOfThePacksIsMissedAndTold() {
        answer(VERIFICATION, fixture("verification-open.json"));
        answer(PACKS.formatted(1), aResponse().withStatus(502).withBody("<html>Bad gateway</html>"));
        assertThat(provider.observe(byId(), REASONS).notices())
                .containsExactly("The certificate packs of zone " + ID + " could not be read, so certificate authority,"
                        + " expiry and validation errors are missing. Cloudflare answered 502. Run again later.");
    }

    @Test
    void aNameIsLookedUpOnce() {
        answer(ZONES, fixture("zones-active.json"));
        answer(VERIFICATION, fixture("verification-empty.json"));
        assertThat(provider.observe(byName(), Interest.PLAIN).obstacles()).isEmpty();
        provider.observe(byName(), Interest.PLAIN);
        assertThat(requests()).extracting(LoggedRequest::getUrl).containsExactly(ZONES, VERIFICATION, VERIFICATION);
    }

    @Test
    void anAccountNarrowsTheLookUpAndAPendingZoneIsAnObstacle() {
        provider.close();
        provider = open(Map.of("account_id", "9a78"), Map.of("api_token", Secret.of(CANARY)));
        answer("/client/v4/zones?name=example.com&account.id=9a78&page=1&per_page=50", fixture("zones-pending.json"));
        answer(VERIFICATION, fixture("verification-empty.json"));
        assertThat(provider.observe(byName(), Interest.PLAIN).obstacles())
                .containsExactly(
                        new Obstacle.NotActive("Zone example.com is pending: Cloudflare has not seen yet that its"
                                + " name servers were changed."));
    }

    @Test
    void aSuccessThatSaysOtherwiseIsAFailure() {
        answer(VERIFICATION, fixture("error-authentication.json"));
        ProviderException told = failure(() -> provider.observe(byId(), Interest.PLAIN));
        assertThat(told.kind()).isEqualTo(Kind.FORBIDDEN);
        assertThat(told.what()).isEqualTo("Cloudflare answered 200, but with a failure (10000 Authentication error).");
    }

    @Test
    void theZoneIsRetriedByOneCallWhoseAnswerIsAReading() {
        answer(VERIFICATION + "?retry=true", fixture("verification-open.json"));
        TriggerReply reply = provider.trigger(byId(), RETRY);
        assertThat(reply.asked()).isTrue();
        assertThat(reply.notice()).isNull();
        assertThat(reply.observation().verifications())
                .extracting(LiveVerification::status)
                .containsExactly(Status.VERIFIED, Status.GAVE_UP, Status.NEEDS_PROOF);
        assertThat(requests()).extracting(LoggedRequest::getUrl).containsExactly(VERIFICATION + "?retry=true");
    }

    @Test
    void aPackIsCheckedByOnePatch() {
        CLOUD.stubFor(patch(urlEqualTo(VERIFICATION + "/" + PACK)).willReturn(fixture("patch.json")));
        assertThat(provider.trigger(byId(), CHECK_PACK)).isEqualTo(TriggerReply.accepted());
        CLOUD.verify(
                1,
                patchRequestedFor(urlEqualTo(VERIFICATION + "/" + PACK))
                        .withHeader("Authorization", equalTo("Bearer " + CANARY))
                        .withHeader("Content-Type", equalTo("application/json"))
                        .withRequestBody(equalToJson("{\"validation_method\": \"txt\"}")));
        assertThat(requests()).hasSize(1);
    }

    @Test
    void whoMayReadMayNotYetAsk() {
        CLOUD.stubFor(any(anyUrl()).willReturn(refusal(403)));
        ProviderException retry = failure(() -> provider.trigger(byId(), RETRY));
        assertThat(retry.what()).isEqualTo("Cloudflare answered 403 (10000 Authentication error).");
        assertThat(retry.hint())
                .contains("Reading needs less: to ask for a check, give the permission \"SSL and Certificates Write\""
                        + " too.");
        assertThat(failure(() -> provider.trigger(byId(), CHECK_PACK)).hint())
                .contains("The token needs the permission \"SSL and Certificates Write\".");
    }

    @Test
    void aTriggerIsNeverRepeated() {
        CLOUD.stubFor(any(anyUrl()).willReturn(aResponse().withStatus(503)));
        assertThat(failure(() -> provider.trigger(byId(), RETRY)).kind()).isEqualTo(Kind.UNAVAILABLE);
        assertThat(failure(() -> provider.trigger(byId(), CHECK_PACK)).kind()).isEqualTo(Kind.UNAVAILABLE);
        assertThat(requests()).hasSize(2);
    }

    @Test
    void anAnswerToARetryThatIsNoneLeavesItToTheNextLook() {
        answer(
                VERIFICATION + "?retry=true",
                aResponse().withHeader("Content-Type", "text/html").withBody("<html>"));
        assertThat(provider.trigger(byId(), RETRY))
                .isEqualTo(new TriggerReply(
                        null,
                        "Cloudflare's answer to the retry of zone " + ID + " could not be understood, so only the next"
                                + " look tells what came of it. Cloudflare answered with text/html instead of JSON.",
                        true));
        assertThat(requests()).hasSize(1);
    }

    @Test
    void planningAsksForNothing() {
        answer(ZONES, fixture("zones-active.json"));
        answer(VERIFICATION, fixture("verification-open.json"));
        answer(PACKS.formatted(1), fixture("packs-page-1.json"));
        answer(PACKS.formatted(2), fixture("packs-page-2.json"));
        for (Target target : List.of(byId(), byName())) {
            for (Interest interest : List.of(ALL, REASONS, Interest.PLAIN)) {
                Observation observation = provider.observe(target, interest);
                provider.decide(target, observation, wishes(observation));
            }
        }
        assertThat(requests()).hasSize(2 * (3 + 3 + 1) + 1).allSatisfy(request -> {
            assertThat(request.getMethod().value()).isEqualTo("GET");
            assertThat(request.getUrl()).doesNotContain("retry");
        });
    }

    @Test
    void noReadCouldAskForAnything() {
        assertThat(Arrays.stream(CloudflareReads.class.getMethods())
                        .map(method -> method.getAnnotation(RequestLine.class).value()))
                .hasSize(3)
                .allSatisfy(line -> assertThat(line).startsWith("GET ").doesNotContain("retry"));
    }

    @Test
    void noPathCanBeNamedByAValue() {
        CLOUD.stubFor(any(anyUrl()).willReturn(fixture("verification-empty.json")));
        provider.observe(new ZoneTarget("a/../../user?x=#y", true), Interest.PLAIN);
        assertThat(requests())
                .extracting(LoggedRequest::getUrl)
                .containsExactly("/client/v4/zones/a%2F..%2F..%2Fuser%3Fx%3D%23y/ssl/verification");
    }

    @Test
    void theSecretIsNowhere() {
        CLOUD.stubFor(any(anyUrl())
                .willReturn(aResponse()
                        .withStatus(401)
                        .withHeader("Content-Type", "application/json")
                        .withBody("{\"errors\": [{\"code\": 1000, \"message\": \"Bad token " + CANARY + "\"}]}")));
        ProviderException told = failure(() -> provider.observe(byId(), ALL));
        assertThat(told.kind()).isEqualTo(Kind.UNAUTHORIZED);
        assertThat(told.toString() + told.hint() + told.code() + told.getCause())
                .doesNotContain(CANARY);
        assertThat(new CloudflareCredential.Token(Secret.of(CANARY)).toString()).doesNotContain(CANARY);
        assertThat(new CloudflareCredential.Key(Secret.of(CANARY), "a@b.c").toString())
                .doesNotContain(CANARY);
        assertThat(provider.toString()).doesNotContain(CANARY);
    }

    private Provider open(Map<String, String> plain, Map<String, Secret> secrets) {
        Map<String, String> all = new HashMap<>(plain);
        all.put("base_url", CLOUD.getRuntimeInfo().getHttpBaseUrl() + "/client/v4/");
        all.put("requests_per_5_minutes", "1200");
        var settings = new Settings("cloudflare", all, secrets);
        var factory = new CloudflareFactory();
        assertThat(factory.check(settings)).isEmpty();
        return factory.create(settings, time.context(4));
    }

    private Target byId() {
        return provider.bind(declared("zone_id", ID));
    }

    private Target byName() {
        return provider.bind(declared("zone", "Example.com."));
    }

    private static Declared declared(String attribute, String value) {
        return new Declared(
                "cloudflare_ssl_verification.x", "cloudflare_ssl_verification", Map.of(attribute, Value.of(value)));
    }

    private static List<TriggerWish> wishes(Observation observation) {
        return observation.verifications().stream()
                .filter(live -> live.status() != Status.VERIFIED)
                .map(live -> new TriggerWish(declared("zone", "example.com"), live, Trigger.Kind.RECHECK))
                .toList();
    }

    private static List<String> texts(LiveVerification live) {
        return live.attributes().entrySet().stream()
                .map(entry -> entry.getKey() + "=" + entry.getValue().asText())
                .toList();
    }

    private static ProviderException failure(Runnable call) {
        return catchThrowableOfType(ProviderException.class, call::run);
    }

    private static void answer(String url, ResponseDefinitionBuilder answer) {
        CLOUD.stubFor(get(urlEqualTo(url)).willReturn(answer));
    }

    private static ResponseDefinitionBuilder fixture(String name) {
        return aResponse().withHeader("Content-Type", "application/json").withBody(Fixtures.text(name));
    }

    private static ResponseDefinitionBuilder refusal(int status) {
        return fixture("error-authentication.json").withStatus(status);
    }

    private static List<LoggedRequest> requests() {
        return CLOUD.findAll(anyRequestedFor(anyUrl()));
    }
}
