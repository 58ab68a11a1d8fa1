package dev.ascertain.providers.cloudflare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.ascertain.providers.http.Refusal;
import dev.ascertain.spi.ProviderException;
import dev.ascertain.spi.ProviderException.Kind;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class CloudflareRefusalsTest {
    private static final String VERIFICATION = "/client/v4/zones/023e/ssl/verification";

    static Stream<Arguments> refusals() {
        return Stream.of(
                row(
                        "invalid token",
                        json(401, error(1000, "Invalid API Token")),
                        Kind.UNAUTHORIZED,
                        "Cloudflare answered 401 (1000 Invalid API Token).",
                        "Check api_token: perhaps cut, expired or disabled. Tokens and keys are listed at"
                                + " https://dash.cloudflare.com/profile/api-tokens."),
                row(
                        "token of the wrong form, with its chain",
                        json(400, """
                                {"success":false,"errors":[{"code":6003,"message":"Invalid request headers",
                                "error_chain":[{"code":6111,"message":"Invalid format for Authorization header"}]}]}"""),
                        Kind.UNAUTHORIZED,
                        "Cloudflare answered 400 (6003 Invalid request headers; 6111 Invalid format for Authorization"
                                + " header).",
                        "The credential has the wrong form: a token belongs in api_token, a global API key in api_key"
                                + " beside email. Look for a cut or a blank."),
                row(
                        "not allowed",
                        json(403, error(10000, "Authentication error")),
                        Kind.FORBIDDEN,
                        "Cloudflare answered 403 (10000 Authentication error).",
                        "The token needs the permission \"SSL and Certificates Read\"."),
                row(
                        "zone name as id",
                        json(404, error(7003, "Could not route to /zones/example.com/ssl/verification")),
                        Kind.REJECTED,
                        "Cloudflare answered 404 (7003 Could not route to /zones/example.com/ssl/verification).",
                        "Perhaps a zone's name stands where its id belongs: set zone to a name, or zone_id to the"
                                + " 32-digit id."),
                row(
                        "no such zone",
                        json(404, error(1001, "Invalid zone identifier")),
                        Kind.NOT_FOUND,
                        "Cloudflare answered 404 (1001 Invalid zone identifier).",
                        "Check zone or zone_id, and that the zone is in an account that the credential can see."),
                row(
                        "no advanced certificates",
                        json(400, error(1450, "Advanced Certificate Manager is required")),
                        Kind.REJECTED,
                        "Cloudflare answered 400 (1450 Advanced Certificate Manager is required).",
                        "This zone needs Advanced Certificate Manager for it: order that, or leave this to Universal"
                                + " SSL."),
                row(
                        "unknown code",
                        json(400, error(4242, "Strange")),
                        Kind.REJECTED,
                        "Cloudflare answered 400 (4242 Strange).",
                        null),
                row(
                        "throttled, whatever the code",
                        json(429, error(10000, "Please wait")),
                        Kind.THROTTLED,
                        "Cloudflare answered 429 (10000 Please wait).",
                        "Other programs of the same user count too: lower requests_per_5_minutes, or run again later."),
                row(
                        "throttled by a page",
                        html(503, "<html>Error 1015: you hit a Rate Limit</html>"),
                        Kind.THROTTLED,
                        "Cloudflare answered 503.",
                        "Other programs of the same user count too: lower requests_per_5_minutes, or run again later."),
                row(
                        "outage as a page",
                        html(502, "<html>Bad gateway</html>"),
                        Kind.UNAVAILABLE,
                        "Cloudflare answered 502.",
                        "Run again later. Cloudflare's support asks for the ray 8f1-AMS."),
                row(
                        "outage that speaks of the credential",
                        json(500, error(10000, "Internal error")),
                        Kind.UNAVAILABLE,
                        "Cloudflare answered 500 (10000 Internal error).",
                        "Run again later. Cloudflare's support asks for the ray 8f1-AMS."),
                row("cut off", json(400, "{\"errors\": [{\"co"), Kind.REJECTED, "Cloudflare answered 400.", null),
                row("no object", json(400, "[7]"), Kind.REJECTED, "Cloudflare answered 400.", null),
                row("nothing", json(400, ""), Kind.REJECTED, "Cloudflare answered 400.", null),
                row(
                        "errors that are none",
                        json(400, "{\"errors\": [null, 1, {\"code\": \"x\"}, {\"message\": [2]}]}"),
                        Kind.REJECTED,
                        "Cloudflare answered 400 (x).",
                        null));
    }

    private static Arguments row(String name, Refusal refusal, Kind kind, String what, String hint) {
        return Arguments.of(name, refusal, kind, what, hint);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("refusals")
    void tellsWhatIsWrong(String name, Refusal refusal, Kind kind, String what, String hint) {
        ProviderException told = new CloudflareRefusals(true).read(refusal);
        assertThat(told.kind()).isEqualTo(kind);
        assertThat(told.what()).isEqualTo(what);
        assertThat(told.hint().orElse(null)).isEqualTo(hint);
        assertThat(told.retryAfter()).contains(Duration.ofSeconds(7));
    }

    static Stream<Arguments> permissions() {
        return Stream.of(
                Arguments.of("GET", "/client/v4/zones", "The token needs the permission \"Zone Read\"."),
                Arguments.of("GET", VERIFICATION, "The token needs the permission \"SSL and Certificates Read\"."),
                Arguments.of(
                        "PATCH",
                        VERIFICATION + "/u1",
                        "The token needs the permission \"SSL and Certificates Write\"."));
    }

    @ParameterizedTest
    @MethodSource("permissions")
    void namesThePermission(String method, String path, String hint) {
        Refusal refusal = new Refusal(403, method, path, "", true, null, null);
        assertThat(new CloudflareRefusals(true).read(refusal).hint()).contains(hint);
    }

    @Test
    void speaksOfAKeyWhereThereIsNoToken() {
        CloudflareRefusals refusals = new CloudflareRefusals(false);
        assertThat(refusals.read(json(401, "{}")).hint())
                .contains("Check api_key and email: perhaps cut, expired or disabled. Tokens and keys are listed at"
                        + " https://dash.cloudflare.com/profile/api-tokens.");
        assertThat(refusals.read(json(403, "{}")).hint())
                .contains("The user of this API key needs the permission \"SSL and Certificates Read\".");
    }

    @Test
    void keepsWordsFromOutsideShort() {
        String endless = "x".repeat(5000);
        assertThat(new CloudflareRefusals(true)
                        .read(json(400, error(1, endless)))
                        .what())
                .isEqualTo("Cloudflare answered 400 (1 " + "x".repeat(297) + "…).");
    }

    @Test
    void aSuccessThatSaysOtherwiseIsAFailure() {
        var answer = new Envelope<>(
                List.of(), false, Wires.json("[{'code': 10000, 'message': 'Authentication error'}]"), null);
        ProviderException told = catchThrowableOfType(ProviderException.class, () -> Envelope.elements(answer));
        assertThat(told.kind()).isEqualTo(Kind.FORBIDDEN);
        assertThat(told.what()).isEqualTo("Cloudflare answered 200, but with a failure (10000 Authentication error).");
        assertThat(told.code()).contains("10000");
    }

    private static Refusal json(int status, String body) {
        return new Refusal(status, "GET", VERIFICATION, body, true, "8f1-AMS", Duration.ofSeconds(7));
    }

    private static Refusal html(int status, String body) {
        return new Refusal(status, "GET", VERIFICATION, body, false, "8f1-AMS", Duration.ofSeconds(7));
    }

    private static String error(int code, String message) {
        return "{\"success\":false,\"errors\":[{\"code\":%d,\"message\":\"%s\"}],\"messages\":[],\"result\":null}"
                .formatted(code, message);
    }
}
