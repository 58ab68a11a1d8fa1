package dev.ascertain.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A check succeeds only if the token is really to be seen in the sandbox's DNS or web. */
class TokensTest {
    private static final String WORLD = """
            cloudflare:
              tokens: [{token: all}]
              zones:
                - name: shop.example
                  id: "11111111111111111111111111111111"
                  verifications:
                    - hostname: "%s"
                      certificate_status: pending_validation
                      verification_info: %s
                      changes:
                        - {after_trigger: 0s, token: seen, set: {certificate_status: active}}
                        - {after_trigger: 0s, token: missing, set: {certificate_status: timing_out}}
            huaweicloud_live:
              keys: [{access_key: AK, secret_key: SK}]
            dns:
              zones:
                - name: shop.example
                  records: |
                    @                A     127.0.0.10
                    token.elsewhere  TXT   "token"
                    elsewhere        CAA   0 issue "pki.goog"
                    wild             CAA   0 issue "letsencrypt.org; accounturi=1"
                    wild             CAA   0 issuewild ";"
                    odd              CAA   128 tbs "unknown"
                    report           CAA   0 iodef "mailto:a@shop.example"
                    behind           CNAME elsewhere
                    _there           TXT   "to" "ken"
                    _other           TXT   "other"
                    _there           CAA   0 issue ";"
                    _alias           CNAME target.example.com.
                    _hop             CNAME _there
                  changes:
                    - {after_call: POST /sandbox/publish, add: '_late TXT "token"'}
                - {name: bogus.example, dnssec: bogus, records: '@ TXT "token"'}
            web:
              sites:
                - {addresses: [127.0.0.10], pages: [{path: /right, body: "token\\n"}, {path: /down, status: 503, body: token}]}
            """;

    private static final String VERIFICATION = "/zones/11111111111111111111111111111111/ssl/verification";

    private final SettableClock clock = new SettableClock();

    private Sandbox with(String hostname, String token) {
        return Sandbox.start(Scenario.parse(WORLD.formatted(hostname, token)), clock);
    }

    /** The status after a check was asked for. */
    private static String retried(Sandbox sandbox) {
        try (var client = new Client(sandbox.cloudflare(), "Authorization", "Bearer all")) {
            client.get(VERIFICATION + "?retry=true");
            return client.result(VERIFICATION)
                    .path(0)
                    .path("certificate_status")
                    .asText();
        }
    }

    @Test
    void blockedThenPublishedThenRight() {
        try (var sandbox = with("shop.example", "{txt_name: _late.shop.example, txt_value: token}");
                var person = new Client(sandbox.address())) {
            assertThat(retried(sandbox)).isEqualTo("timing_out");
            person.send("POST", "/sandbox/publish", "");
            clock.pass("1s");
            assertThat(retried(sandbox)).isEqualTo("active");
        }
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({
        "free.shop.example,        active",
        "elsewhere.shop.example,   timing_out",
        "a.elsewhere.shop.example, timing_out",
        "behind.shop.example,      timing_out",
        "wild.shop.example,        active",
        "*.wild.shop.example,      timing_out",
        "odd.shop.example,         timing_out",
        "report.shop.example,      active"
    })
    void issuesNothingThatCaaRecordsForbid(String hostname, String status) {
        try (var sandbox = with(hostname, "{txt_name: _there.shop.example, txt_value: token}")) {
            assertThat(retried(sandbox)).isEqualTo(status);
        }
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            {txt_name: _there.shop.example, txt_value: token}                                | active
            {txt_name: _hop.shop.example, txt_value: token}                                  | active
            {txt_name: _other.shop.example, txt_value: token}                                | timing_out
            {txt_name: bogus.example, txt_value: token}                                      | timing_out
            [{txt_name: _there.shop.example, txt_value: token}]                              | active
            [{txt_name: _there.shop.example, txt_value: token}, {txt_name: _other.shop.example, txt_value: token}] | timing_out
            []                                                                               | timing_out
            {cname: _alias.shop.example, cname_target: target.example.com}                   | active
            {cname: _alias.shop.example, cname_target: other.example.com}                    | timing_out
            {http_url: "http://shop.example/right", http_body: token}                        | active
            {http_url: /right, http_body: token}                                             | active
            {http_url: "http://shop.example/down", http_body: token}                         | timing_out
            {http_url: "http://shop.example/none", http_body: token}                         | timing_out
            {emails: [a@shop.example]}                                                       | timing_out
            """)
    void looksItself(String token, String status) {
        try (var sandbox = with("shop.example", token)) {
            assertThat(retried(sandbox)).isEqualTo(status);
            assertThat(sandbox.questions()).isEmpty();
        }
    }
}
