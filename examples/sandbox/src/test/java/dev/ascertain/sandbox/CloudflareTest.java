package dev.ascertain.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Cloudflare's side of the sandbox, over HTTP. */
class CloudflareTest {
    private static final String SHOP = "11111111111111111111111111111111";
    private static final String BLOG = "22222222222222222222222222222222";
    private static final String PACK = "aaaaaaaa-0000-0000-0000-000000000001";
    private static final String WORLD = """
            cloudflare:
              tokens:
                - token: all
                - {token: blog only, zones: [blog.example]}
                - {token: reader, read_only: true}
              keys:
                - {email: edge@shop.example, key: global}
              quota: 30 per 3s
              zones:
                - name: shop.example
                  id: "11111111111111111111111111111111"
                  verifications:
                    - {hostname: shop.example, certificate_status: active}
                    - hostname: "*.shop.example"
                      cert_pack_uuid: aaaaaaaa-0000-0000-0000-000000000001
                      certificate_status: timing_out
                      signature: ECDSAWithSHA256
                      validation_method: txt
                      verification_info: {txt_name: _acme-challenge.shop.example, txt_value: old}
                      pack: {certificate_authority: google, validation_errors: [{message: no record}], expires_on: start+60d}
                      changes:
                        - {after_trigger: 3s, set: {certificate_status: active, verification_info: null}}
                        - {after_new_order: 5s, set: {certificate_status: issuing}}
                    - {hostname: api.shop.example, certificate_status: authorizing, cert_pack_uuid: null}
                - name: blog.example
                  id: "22222222222222222222222222222222"
                  account: "33333333333333333333333333333333"
                  status: pending
            """;

    @RegisterExtension
    private final Running running = new Running(WORLD, Sandbox::cloudflare, "Authorization", "Bearer all");

    @Test
    void findsZonesByName() {
        var zone = running.client().result("/zones?name=blog.example").path(0);
        assertThat(zone.path("id").asText()).isEqualTo(BLOG);
        assertThat(zone.path("status").asText()).isEqualTo("pending");
        assertThat(zone.path("account").path("id").asText()).isEqualTo("33333333333333333333333333333333");
        assertThat(running.client().result("/zones?name=other.example")).isEmpty();
    }

    @Test
    void pages() {
        var second = Client.json(running.client().get("/zones?page=2&per_page=1"));
        assertThat(second.path("result").path(0).path("name").asText()).isEqualTo("blog.example");
        assertThat(second.path("result_info").toString())
                .isEqualTo("{\"page\":2,\"per_page\":1,\"count\":1,\"total_count\":2,\"total_pages\":2}");
        assertThat(running.client().result("/zones?page=3&per_page=1")).isEmpty();
        assertThat(running.client().get("/zones?per_page=51").statusCode()).isEqualTo(400);
    }

    @Test
    void aReadChangesNothing() {
        running.clock.pass("1h");
        statuses();
        running.clock.pass("1h");
        assertThat(statuses()).containsExactly("active", "timing_out", "authorizing");
    }

    @Test
    void retryReachesWhatIsNotVerified() {
        assertThat(running.client().get(verification("?retry=true")).statusCode())
                .isEqualTo(200);
        running.clock.pass("2s");
        assertThat(statuses()).containsExactly("active", "timing_out", "authorizing");
        running.clock.pass("1s");
        assertThat(statuses()).containsExactly("active", "active", "authorizing");
        assertThat(live(1).has("verification_info")).isFalse();
        assertThat(running.sandbox().requests())
                .filteredOn(r -> r.target().endsWith("?retry=true"))
                .hasSize(1);
    }

    @Test
    void theSameMethodChecksAgain() {
        var reply = running.client().send("PATCH", verification("/" + PACK), "{\"validation_method\":\"txt\"}");
        assertThat(Client.json(reply).path("result").path("validation_method").asText())
                .isEqualTo("txt");
        running.clock.pass("3s");
        assertThat(statuses()).containsExactly("active", "active", "authorizing");
    }

    @Test
    void anotherMethodIsANewOrder() {
        running.client().get(verification("?retry=true"));
        running.client().send("PATCH", verification("/" + PACK), "{\"validation_method\":\"http\"}");
        assertThat(live(1).path("certificate_status").asText()).isEqualTo("pending_validation");
        assertThat(live(1).path("validation_method").asText()).isEqualTo("http");
        assertThat(live(1).path("verification_info").has("http_body")).isTrue();
        running.clock.pass("4s");
        assertThat(statuses()).as("the retry of the order before is dead").contains("pending_validation");
        running.clock.pass("1s");
        assertThat(statuses()).contains("issuing");
    }

    @Test
    void refusesAPatchItCannotUnderstand() {
        assertThat(running.client().send("PATCH", verification("/" + PACK), "").statusCode())
                .isEqualTo(400);
        assertThat(running.client()
                        .send("PATCH", verification("/nobody"), "{\"validation_method\":\"txt\"}")
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void reportsPacksAndWhyTheyFailed() {
        var packs = running.client().result("/zones/" + SHOP + "/ssl/certificate_packs?status=all");
        assertThat(packs).hasSize(2);
        var pack = packs.path(1);
        assertThat(pack.path("id").asText()).isEqualTo(PACK);
        assertThat(pack.path("status").asText()).isEqualTo("validation_timed_out");
        assertThat(pack.path("certificate_authority").asText()).isEqualTo("google");
        assertThat(pack.path("validation_errors").path(0).path("message").asText())
                .isEqualTo("no record");
        assertThat(pack.has("expires_on"))
                .as("Cloudflare says it of each certificate")
                .isFalse();
        assertThat(pack.path("certificates").toString())
                .isEqualTo("[{\"hosts\":[\"*.shop.example\"],\"status\":\"validation_timed_out\","
                        + "\"signature\":\"ECDSAWithSHA256\",\"expires_on\":\"2026-04-30T12:00:00Z\"}]");
        assertThat(packs.path(0).path("certificates")).isEmpty();
        assertThat(running.client().result("/zones/" + SHOP + "/ssl/certificate_packs"))
                .hasSize(1);
    }

    @Test
    void checksWhoAsks() {
        var target = verification("");
        try (var nobody = new Client(running.sandbox().cloudflare());
                var wrong = new Client(running.sandbox().cloudflare(), "Authorization", "Bearer wrong");
                var older = new Client(
                        running.sandbox().cloudflare(), "X-Auth-Email", "edge@shop.example", "X-Auth-Key", "global");
                var blog = new Client(running.sandbox().cloudflare(), "Authorization", "Bearer blog only");
                var reader = new Client(running.sandbox().cloudflare(), "Authorization", "Bearer reader")) {
            assertThat(nobody.get(target).statusCode()).isEqualTo(401);
            assertThat(wrong.get(target).body())
                    .isEqualTo("{\"success\":false,\"errors\":[{\"code\":1000,\"message\":\"Invalid API Token\"}],"
                            + "\"messages\":[],\"result\":null}");
            assertThat(older.get(target).statusCode()).isEqualTo(200);
            assertThat(blog.get(target).statusCode()).isEqualTo(403);
            assertThat(blog.result("/zones")).hasSize(1);
            assertThat(reader.get(target).statusCode()).isEqualTo(200);
            assertThat(reader.get(target + "?retry=true").statusCode()).isEqualTo(403);
            assertThat(running.client()
                            .result("/user/tokens/verify")
                            .path("status")
                            .asText())
                    .isEqualTo("active");
        }
    }

    @Test
    void anUnknownZoneIsNotRouted() {
        var answer = running.client().get("/zones/shop.example/ssl/verification");
        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.body())
                .contains("Could not route to /client/v4/zones/shop.example/ssl/verification, perhaps your object"
                        + " identifier is invalid?");
    }

    @Test
    void holdsToItsQuota() {
        for (int i = 0; i < 30; i++) {
            assertThat(running.client().get("/zones").statusCode()).isEqualTo(200);
        }
        var refused = running.client().get("/zones");
        assertThat(refused.statusCode()).isEqualTo(429);
        assertThat(refused.headers().firstValue("Retry-After")).hasValue("3");
        assertThat(refused.headers().firstValue("Ratelimit")).hasValue("\"default\";r=0;t=3");
        assertThat(refused.headers().firstValue("Ratelimit-Policy")).hasValue("\"default\";q=30;w=3");
        running.clock.pass("3s");
        var again = running.client().get("/zones");
        assertThat(again.statusCode()).isEqualTo(200);
        assertThat(again.headers().firstValue("Ratelimit")).hasValue("\"default\";r=29;t=3");
    }

    @Test
    void logsWithoutCredentials() {
        running.client().get("/zones?name=shop.example");
        assertThat(running.sandbox().requests())
                .extracting(Exchange::line)
                .containsExactly("2026-03-01T12:00:00Z cloudflare GET /client/v4/zones?name=shop.example 200");
    }

    private List<String> statuses() {
        List<String> statuses = new ArrayList<>();
        running.client()
                .result(verification(""))
                .forEach(v -> statuses.add(v.path("certificate_status").asText()));
        return statuses;
    }

    private JsonNode live(int index) {
        return running.client().result(verification("")).path(index);
    }

    private static String verification(String rest) {
        return "/zones/" + SHOP + "/ssl/verification" + rest;
    }
}
