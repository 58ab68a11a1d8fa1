package dev.ascertain.providers.huaweicloud.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import dev.ascertain.providers.http.Refusal;
import dev.ascertain.spi.ProviderException.Kind;
import dev.ascertain.spi.Secret;
import java.time.Clock;
import java.time.Duration;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every error that the vendor documents, in the four shapes in which it comes. */
class RefusalsTest {
    private static final String LIVE = "/v1/0ab/domain/verification";
    private static final String IAM = "/v3/projects";
    private static final String KEY_HINT =
            "Check access_key and secret_key, security_token if the keys are temporary, that project_id and region"
                    + " belong to their account, and that the clock is right to 15 minutes. More than 5 such failures"
                    + " in a row lock the key for 5 minutes.";
    private static final String POLICY_HINT =
            "Give the IAM user the policy \"Live ReadOnlyAccess\" in the region's project, or \"Live FullAccess\" if"
                    + " it is the check that is refused.";
    private static final String ADDRESS_HINT = "There is no such call at this address: check region and endpoint.";

    private final Refusals refusals = new Refusals(new KeyCredential(
            Secret.of("AK-canary-1"), Secret.of("SK-canary-2"), Secret.of("ST-canary-3=="), Clock.systemUTC()));

    static Stream<Arguments> answers() {
        return Stream.of(
                argumentSet(
                        "invalid parameter, or no such domain: nothing is guessed",
                        get(400, "{\"error_code\":\"LIVE.100011001\",\"error_msg\":\"Request Illegal\"}"),
                        Kind.REJECTED,
                        "Huawei Cloud Live answered 400 (LIVE.100011001 Request Illegal).",
                        null,
                        "LIVE.100011001"),
                argumentSet(
                        "maintenance: a fault of the server in a 400",
                        get(400, "{\"error_code\":\"LIVE.100011008\",\"error_msg\":\"Service Maintain\"}"),
                        Kind.UNAVAILABLE,
                        "Huawei Cloud Live answered 400 (LIVE.100011008 Service Maintain).",
                        null,
                        "LIVE.100011008"),
                argumentSet(
                        "database: a fault of the server in a 400",
                        get(400, "{\"error_code\":\"LIVE.103011021\",\"error_msg\":\"Database error.\"}"),
                        Kind.UNAVAILABLE,
                        "Huawei Cloud Live answered 400 (LIVE.103011021 Database error).",
                        null,
                        "LIVE.103011021"),
                argumentSet(
                        "real-name authentication",
                        get(400, "{\"error_code\":\"LIVE.100011013\",\"error_msg\":\"Not real-name\"}"),
                        Kind.REJECTED,
                        "Huawei Cloud Live answered 400 (LIVE.100011013 Not real-name).",
                        "Complete the real-name authentication of the account in the console.",
                        "LIVE.100011013"),
                argumentSet(
                        "wrong key, with the request id in the body",
                        get(
                                401,
                                "{\"error_code\":\"APIGW.0301\",\"error_msg\":\"Incorrect IAM authentication"
                                        + " information.\",\"request_id\":\"e9a1\"}"),
                        Kind.UNAUTHORIZED,
                        "Huawei Cloud Live answered 401 (APIGW.0301 Incorrect IAM authentication information). Request"
                                + " id: e9a1.",
                        KEY_HINT,
                        "APIGW.0301"),
                argumentSet(
                        "the gateway's other name, in the second shape",
                        get(401, "{\"code\":\"APIG.0301\",\"message\":\"verify aksk signature fail\"}"),
                        Kind.UNAUTHORIZED,
                        "Huawei Cloud Live answered 401 (APIG.0301 verify aksk signature fail).",
                        KEY_HINT,
                        "APIG.0301"),
                argumentSet(
                        "expired token",
                        get(401, "{\"error_code\":\"APIGW.0307\",\"error_msg\":\"The token must be updated.\"}"),
                        Kind.UNAUTHORIZED,
                        "Huawei Cloud Live answered 401 (APIGW.0307 The token must be updated).",
                        "The token has expired: it lasts 24 hours. Get a new one for auth_token, or use access_key and"
                                + " secret_key, which last.",
                        "APIGW.0307"),
                argumentSet(
                        "not allowed",
                        get(403, "{\"error_code\":\"APIGW.0302\",\"error_msg\":\"The IAM user is not authorized\"}"),
                        Kind.FORBIDDEN,
                        "Huawei Cloud Live answered 403 (APIGW.0302 The IAM user is not authorized).",
                        POLICY_HINT,
                        "APIGW.0302"),
                argumentSet(
                        "IAM, in the third shape, which repeats the status",
                        refusal(
                                403,
                                "GET",
                                IAM,
                                "{\"error\":{\"code\":403,\"message\":\"You are not authorized\",\"title\":\"Forbidden\"}}",
                                "f7c2"),
                        Kind.FORBIDDEN,
                        "Huawei Cloud IAM answered 403 (You are not authorized). Request id: f7c2.",
                        "The IAM user may not list projects: set project_id, and none are looked up.",
                        "403"),
                argumentSet(
                        "no such call, to a query: the address is wrong",
                        get(404, "{\"error_code\":\"APIGW.0101\",\"error_msg\":\"The API does not exist\"}"),
                        Kind.REJECTED,
                        "Huawei Cloud Live answered 404 (APIGW.0101 The API does not exist).",
                        ADDRESS_HINT,
                        "APIGW.0101"),
                argumentSet(
                        "no such call, to the call that asks for a check",
                        post(404, "{\"error_code\":\"APIG.0101\",\"error_msg\":\"The API does not exist\"}"),
                        Kind.NOT_FOUND,
                        "Huawei Cloud Live answered 404 (APIG.0101 The API does not exist).",
                        ADDRESS_HINT,
                        "APIG.0101"),
                argumentSet(
                        "no such method",
                        post(400, "{\"error_code\":\"LIVE.100011011\",\"error_msg\":\"Method not allowed\"}"),
                        Kind.NOT_FOUND,
                        "Huawei Cloud Live answered 400 (LIVE.100011011 Method not allowed).",
                        ADDRESS_HINT,
                        "LIVE.100011011"),
                argumentSet(
                        "no such method, in HTML",
                        post(405, "<html><h1>405 Not Allowed</h1></html>"),
                        Kind.NOT_FOUND,
                        "Huawei Cloud Live answered 405.",
                        ADDRESS_HINT,
                        null),
                argumentSet(
                        "outage, in HTML",
                        get(502, "<html><h1>502 Bad Gateway</h1></html>"),
                        Kind.UNAVAILABLE,
                        "Huawei Cloud Live answered 502.",
                        null,
                        null),
                argumentSet(
                        "outage of the gateway",
                        get(500, "{\"error_code\":\"APIGW.0601\",\"error_msg\":\"Internal error\"}"),
                        Kind.UNAVAILABLE,
                        "Huawei Cloud Live answered 500 (APIGW.0601 Internal error).",
                        null,
                        "APIGW.0601"),
                argumentSet(
                        "an unknown word, in an unknown status",
                        get(418, "{\"error_code\":\"LIVE.999999999\",\"error_msg\":\"New\",\"more\":[1,{}]}"),
                        Kind.REJECTED,
                        "Huawei Cloud Live answered 418 (LIVE.999999999 New).",
                        null,
                        "LIVE.999999999"),
                argumentSet("nothing", get(400, ""), Kind.REJECTED, "Huawei Cloud Live answered 400.", null, null),
                argumentSet(
                        "half a JSON",
                        get(400, "{\"error_code\":\"LIVE.1"),
                        Kind.REJECTED,
                        "Huawei Cloud Live answered 400.",
                        null,
                        null),
                argumentSet(
                        "JSON of other shapes",
                        get(400, "{\"error_code\":{},\"error_msg\":null,\"error\":\"x\"}"),
                        Kind.REJECTED,
                        "Huawei Cloud Live answered 400.",
                        null,
                        null),
                argumentSet("a list", get(400, "[]"), Kind.REJECTED, "Huawei Cloud Live answered 400.", null, null));
    }

    @ParameterizedTest
    @MethodSource
    void answers(Refusal refusal, Kind kind, String what, @Nullable String hint, @Nullable String code) {
        var told = refusals.read(refusal);

        assertThat(told.kind()).isEqualTo(kind);
        assertThat(told.what()).isEqualTo(what);
        assertThat(told.hint().orElse(null)).isEqualTo(hint);
        assertThat(told.code().orElse(null)).isEqualTo(code);
        assertThat(told.retryAfter()).isEmpty();
    }

    @Test
    void aTokenIsNotAnsweredWithAdviceOnKeys() {
        var told = new Refusals(new TokenCredential(Secret.of("T")))
                .read(get(401, "{\"error_code\":\"APIGW.0301\",\"error_msg\":\"decrypt token fail\"}"));

        assertThat(told.hint())
                .contains("Check auth_token: it lasts 24 hours, and its scope must be the project of the region.");
    }

    static Stream<Arguments> throttled() {
        return Stream.of(
                argumentSet("status, without a time", 429, "", null, Duration.ofSeconds(60)),
                argumentSet("status, with a time", 429, "", Duration.ofSeconds(7), Duration.ofSeconds(7)),
                argumentSet(
                        "code in another status",
                        403,
                        "{\"error_code\":\"APIG.0308\",\"error_msg\":\"limit:300,time:1 minute\"}",
                        null,
                        Duration.ofSeconds(60)));
    }

    @ParameterizedTest
    @MethodSource
    void throttled(int status, String body, @Nullable Duration header, Duration expected) {
        var told = refusals.read(new Refusal(status, "GET", LIVE, body, true, null, header));

        assertThat(told.kind()).isEqualTo(Kind.THROTTLED);
        assertThat(told.retryAfter()).contains(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"AK-canary-1", "SK-canary-2", "ST-canary-3==", "ST-canary-3\\u003d\\u003D"})
    void tellsNoSecretHoweverItIsWritten(String echoed) {
        for (String body : new String[] {
            "{\"error_code\":\"APIGW.0301\",\"error_msg\":\"x-security-token:" + echoed + "\"}",
            "{\"error_code\":\"" + echoed + "\",\"error_msg\":\"x\",\"request_id\":\"" + echoed + "\"}"
        }) {
            var told = refusals.read(get(401, body));

            assertThat(told.what() + told.hint() + told.code())
                    .doesNotContain("canary")
                    .contains("••••••");
        }
    }

    @Test
    void showsTheFirstLineOfALongMessage() {
        var told = refusals.read(get(
                401,
                "{\"error_code\":\"APIGW.0301\",\"error_msg\":\"\\n  verify fail, canonicalRequest:GET"
                        + "x".repeat(1000)
                        + "\\nx-security-token:secret\"}"));

        assertThat(told.what())
                .isEqualTo("Huawei Cloud Live answered 401 (APIGW.0301 verify fail, canonicalRequest:GET"
                        + "x".repeat(300 - "verify fail, canonicalRequest:GET".length())
                        + "…).");
    }

    private static Refusal get(int status, String body) {
        return refusal(status, "GET", LIVE, body, null);
    }

    private static Refusal post(int status, String body) {
        return refusal(status, "POST", LIVE, body, null);
    }

    private static Refusal refusal(int status, String method, String path, String body, @Nullable String requestId) {
        return new Refusal(status, method, path, body, body.startsWith("{"), requestId, null);
    }
}
