package dev.ascertain.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Huawei Cloud's side of the sandbox, over HTTP. */
class HuaweiTest {
    private static final String PROJECT = "0123456789abcdef0123456789abcdef";
    private static final String PATH = "/v1/" + PROJECT + "/domain/verification";
    private static final String WORLD = """
            huaweicloud_live:
              tokens: [a token]
              keys:
                - {access_key: AK, secret_key: SK}
                - {access_key: TEMPORARY, secret_key: SK, security_token: canary}
              projects:
                - {id: "0123456789abcdef0123456789abcdef", name: cn-north-4}
              domains:
                - domain: example.com
                  verify_content: liveauth_1
                  changes:
                    - {after_trigger: 0s, trigger: 2, set: {verify_result: true}}
                - domain: slow.example
                  changes:
                    - {after: 20s, set: {verify_result: true}}
            """;

    @RegisterExtension
    private final Running running = new Running(WORLD, Sandbox::address, "X-Auth-Token", "a token");

    @Test
    void answersForTheRootDomain() {
        assertThat(running.client().get(PATH + "?domain=push.example.com").body())
                .isEqualTo("{\"domain\":\"example.com\",\"verify_content\":\"liveauth_1\",\"verify_result\":false}");
    }

    @Test
    void changesWithTime() {
        running.clock.pass("19s");
        assertThat(verified("slow.example")).isFalse();
        running.clock.pass("1s");
        assertThat(verified("slow.example")).isTrue();
    }

    @Test
    void aCheckAnswersWithTheStateAfterIt() {
        assertThat(Client.json(check("push.example.com", "DNS"))
                        .path("verify_result")
                        .asBoolean())
                .isFalse();
        assertThat(verified("example.com")).isFalse();
        assertThat(Client.json(check("play.example.com", "FILE"))
                        .path("verify_result")
                        .asBoolean())
                .isTrue();
        assertThat(verified("example.com")).isTrue();
    }

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource({"push.example.com, TXT", "push.example.com, dns", "'', DNS", "localhost, DNS"})
    void refusesWhatItCannotUnderstand(String domain, String type) {
        var answer = check(domain, type);
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body())
                .startsWith("{\"error_code\":\"LIVE.100011001\",\"error_msg\":\"Request Illegal\",\"request_id\":\"");
    }

    @Test
    void anUnknownDomainIsNotVerified() {
        assertThat(running.client().get(PATH + "?domain=push.other.example").body())
                .startsWith("{\"domain\":\"other.example\",")
                .contains("\"verify_result\":false");
    }

    @Test
    void aRegionMayKnowNoCheck() {
        try (var older = Sandbox.start(Scenario.parse(WORLD + "  post: false\n"), running.clock);
                var there = new Client(older.address(), "X-Auth-Token", "a token")) {
            var answer = there.send("POST", PATH, "{}", "Content-Type", "application/json");
            assertThat(answer.statusCode()).isEqualTo(404);
            assertThat(answer.body()).contains("APIGW.0101");
        }
    }

    @Test
    void findsTheProjectOfARegion() {
        assertThat(Client.json(running.client().get("/v3/projects?name=cn-north-4"))
                        .path("projects")
                        .path(0)
                        .path("id")
                        .asText())
                .isEqualTo(PROJECT);
        assertThat(Client.json(running.client().get("/v3/projects?name=elsewhere"))
                        .path("projects"))
                .isEmpty();
        assertThat(running.client()
                        .get("/v1/another/domain/verification?domain=example.com")
                        .statusCode())
                .isEqualTo(403);
    }

    @Test
    void admitsASignature() {
        assertThat(signed("AK", "SK", Map.of()).statusCode()).isEqualTo(200);
        assertThat(signed("TEMPORARY", "SK", Map.of("x-security-token", "canary"))
                        .statusCode())
                .isEqualTo(200);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "wrong key,        AK,        wrong, verify aksk signature fail",
        "unknown key,      NOBODY,    SK,    ak NOBODY not exist",
        "no session token, TEMPORARY, SK,    security token does not fit the access key",
    })
    void refusesASignature(String name, String access, String secret, String why) {
        var answer = signed(access, secret, Map.of());
        assertThat(answer.statusCode()).as(name).isEqualTo(401);
        assertThat(answer.body()).contains("\"APIGW.0301\"").contains(why);
    }

    @Test
    void refusesAnOldSignature() {
        var headers = signature("AK", "SK", Map.of());
        running.clock.pass("15m");
        assertThat(client(headers).statusCode()).isEqualTo(200);
        running.clock.pass("1s");
        assertThat(client(headers).body()).contains("x-sdk-date is more than 15 minutes off");
    }

    @Test
    void locksAKeyAfterMoreThanFiveFailures() {
        for (int i = 0; i < 6; i++) {
            assertThat(signed("AK", "wrong", Map.of()).statusCode()).isEqualTo(401);
        }
        assertThat(signed("AK", "SK", Map.of()).body()).contains("locked for 5 minutes");
        running.clock.pass("5m");
        assertThat(signed("AK", "SK", Map.of()).statusCode()).isEqualTo(200);
    }

    private boolean verified(String domain) {
        return Client.json(running.client().get(PATH + "?domain=" + domain))
                .path("verify_result")
                .asBoolean();
    }

    private HttpResponse<String> check(String domain, String type) {
        var body = "{\"domain\":\"" + domain + "\",\"verify_type\":\"" + type + "\"}";
        return running.client().send("POST", PATH, body, "Content-Type", "application/json");
    }

    private HttpResponse<String> signed(String access, String secret, Map<String, String> more) {
        return client(signature(access, secret, more));
    }

    private HttpResponse<String> client(Map<String, String> headers) {
        try (var signing = new Client(running.sandbox().address())) {
            var flat = headers.entrySet().stream()
                    .filter(header -> !header.getKey().equals("host"))
                    .flatMap(header -> List.of(header.getKey(), header.getValue()).stream())
                    .toArray(String[]::new);
            return signing.send("GET", PATH + "?domain=example.com", "", flat);
        }
    }

    private Map<String, String> signature(String access, String secret, Map<String, String> more) {
        Map<String, String> headers = new TreeMap<>(more);
        headers.put("host", running.sandbox().address().getAuthority());
        headers.put("x-project-id", PROJECT);
        headers.put(
                "x-sdk-date",
                DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'")
                        .format(running.clock.instant().atZone(ZoneOffset.UTC)));
        var call = new Call(running.clock.instant(), "GET", PATH, "domain=example.com", headers, "");
        var names = List.copyOf(headers.keySet());
        var digest = new SdkSignature(access, names, "").of(call, secret);
        headers.put(
                "authorization",
                "SDK-HMAC-SHA256 Access=" + access + ", SignedHeaders=" + String.join(";", names) + ", Signature="
                        + digest);
        return headers;
    }
}
