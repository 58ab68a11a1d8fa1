package dev.ascertain.providers.huaweicloud.live;

import dev.ascertain.providers.http.Credential;
import dev.ascertain.providers.http.Refusal;
import dev.ascertain.providers.http.RefusalReader;
import dev.ascertain.spi.ProviderException;
import dev.ascertain.spi.ProviderException.Kind;
import dev.ascertain.spi.Secret;
import java.time.Duration;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The error answers of Live, of the gateway before it, and of IAM.
 *
 * @see <a href="https://support.huaweicloud.com/intl/en-us/api-live/ErrorCode.html">Error Codes</a>
 */
record Refusals(Credential credential) implements RefusalReader {
    /** A gateway calls itself by either name; the number is what counts. */
    private static final Pattern GATEWAY = Pattern.compile("(?:APIGW|APIG)\\.(\\d{4})");

    /** Maintenance, and the database: faults of the server that arrive as a 400. */
    private static final Set<String> OUTAGES = Set.of("LIVE.100011008", "LIVE.103011021");

    private static final String NO_SUCH_METHOD = "LIVE.100011011";
    private static final String REAL_NAME = "LIVE.100011013";
    private static final String NO_SUCH_CALL = "0101";
    private static final String EXPIRED_TOKEN = "0307";
    private static final String THROTTLED = "0308";

    /** The throttling is counted by the minute. */
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private static final int LONGEST_MESSAGE = 300;
    private static final int LONGEST_WORD = 80;

    @Override
    public ProviderException read(Refusal refusal) {
        var error = ErrorBody.of(refusal.body());
        String code = shown(error.code(), LONGEST_WORD);
        String number = gatewayNumber(code);
        Kind kind = kind(refusal, code, number);
        return ProviderException.of(kind, sentence(refusal, error, code))
                .hint(hint(refusal, kind, code, number))
                .code(code.isEmpty() ? null : code)
                .retryAfter(retryAfter(refusal, kind))
                .build();
    }

    private static Kind kind(Refusal refusal, String code, String number) {
        if (OUTAGES.contains(code) || refusal.status() >= 500) {
            return Kind.UNAVAILABLE;
        }
        if (refusal.status() == 429 || number.equals(THROTTLED)) {
            return Kind.THROTTLED;
        }
        if (isAbsentCall(refusal, code, number)) {
            return refusal.method().equals("POST") ? Kind.NOT_FOUND : Kind.REJECTED;
        }
        return refusal.kind();
    }

    /** Not the domain is absent, which is a 400, but the call: a wrong address, or a gateway without this method. */
    private static boolean isAbsentCall(Refusal refusal, String code, String number) {
        return refusal.status() == 404
                || refusal.status() == 405
                || code.equals(NO_SUCH_METHOD)
                || number.equals(NO_SUCH_CALL);
    }

    private String sentence(Refusal refusal, ErrorBody error, String code) {
        String said = Stream.of(code.equals("" + refusal.status()) ? "" : code, message(error.message()))
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(" "));
        String id = shown(error.requestId() == null ? refusal.requestId() : error.requestId(), LONGEST_WORD);
        return "%s answered %d%s.%s"
                .formatted(
                        isIam(refusal) ? "Huawei Cloud IAM" : "Huawei Cloud Live",
                        refusal.status(),
                        said.isEmpty() ? "" : " (" + said + ")",
                        id.isEmpty() ? "" : " Request id: " + id + ".");
    }

    private String message(@Nullable String message) {
        String line = shown(message, LONGEST_MESSAGE);
        return line.endsWith(".") ? line.substring(0, line.length() - 1) : line;
    }

    /**
     * The first line of what came, cut. A failed signature is told with the whole canonical request, the security token
     * included; in JSON it may be written with escapes, so it is looked for again behind them.
     */
    private String shown(@Nullable String text, int longest) {
        if (text == null) {
            return "";
        }
        String hidden = text;
        for (Secret secret : credential.secrets()) {
            hidden = hidden.replace(secret.reveal(), secret.toString());
        }
        String line = hidden.lines()
                .filter(words -> !words.isBlank())
                .findFirst()
                .orElse("")
                .strip();
        return line.length() <= longest ? line : line.substring(0, longest) + "…";
    }

    private @Nullable String hint(Refusal refusal, Kind kind, String code, String number) {
        if (code.equals(REAL_NAME)) {
            return "Complete the real-name authentication of the account in the console.";
        }
        if (isAbsentCall(refusal, code, number)) {
            return isIam(refusal)
                    ? "There is no such call at this address: check region and iam_endpoint, or set project_id."
                    : "There is no such call at this address: check region and endpoint.";
        }
        return switch (kind) {
            case UNAUTHORIZED -> unauthorizedHint(number);
            case FORBIDDEN ->
                isIam(refusal)
                        ? "The IAM user may not list projects: set project_id, and none are looked up."
                        : "Give the IAM user the policy \"Live ReadOnlyAccess\" in the region's project, or"
                                + " \"Live FullAccess\" if it is the check that is refused.";
            case NOT_FOUND, REJECTED, THROTTLED, UNAVAILABLE, MALFORMED_RESPONSE, NOT_ASKED -> null;
        };
    }

    private String unauthorizedHint(String number) {
        if (number.equals(EXPIRED_TOKEN)) {
            return "The token has expired: it lasts 24 hours. Get a new one for auth_token, or use access_key and"
                    + " secret_key, which last.";
        }
        return credential instanceof TokenCredential
                ? "Check auth_token: it lasts 24 hours, and its scope must be the project of the region."
                : "Check access_key and secret_key, security_token if the keys are temporary, that project_id and region"
                        + " belong to their account, and that the clock is right to 15 minutes. More than 5 such"
                        + " failures in a row lock the key for 5 minutes.";
    }

    private static @Nullable Duration retryAfter(Refusal refusal, Kind kind) {
        return kind == Kind.THROTTLED
                ? Objects.requireNonNullElse(refusal.retryAfter(), PATIENCE)
                : refusal.retryAfter();
    }

    private static String gatewayNumber(String code) {
        var gateway = GATEWAY.matcher(code);
        return gateway.matches() ? gateway.group(1) : "";
    }

    private static boolean isIam(Refusal refusal) {
        return refusal.path().contains("/v3/projects");
    }
}
