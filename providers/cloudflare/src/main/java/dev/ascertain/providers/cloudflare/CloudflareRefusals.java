package dev.ascertain.providers.cloudflare;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.ascertain.providers.http.Refusal;
import dev.ascertain.providers.http.RefusalReader;
import dev.ascertain.spi.ProviderException;
import dev.ascertain.spi.ProviderException.Kind;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Cloudflare's error answers. The HTTP status decides, because codes vary for one and the same thing; the code decides
 * only where the status is a plain 4xx.
 */
final class CloudflareRefusals implements RefusalReader {
    private static final String WRITE = "SSL and Certificates Write";

    private final String holder;
    private final String credential;

    /** @param token whether requests carry an API token rather than a key */
    CloudflareRefusals(boolean token) {
        this.holder = token ? "The token" : "The user of this API key";
        this.credential = token ? "api_token" : "api_key and email";
    }

    @Override
    public ProviderException read(Refusal refusal) {
        CloudflareErrors errors = errors(refusal);
        Kind kind = kind(refusal, errors);
        return ProviderException.of(kind, "Cloudflare answered " + refusal.status() + errors.inBrackets() + ".")
                .hint(errors.hint().orElseGet(() -> hint(kind, refusal)))
                .code(errors.code())
                .retryAfter(refusal.retryAfter())
                .build();
    }

    /** A retry is a GET by its form only: who may read may not yet ask. */
    static ProviderException ofRetry(ProviderException forbidden) {
        return ProviderException.of(forbidden.kind(), forbidden.what())
                .hint("Reading needs less: to ask for a check, give the permission \"" + WRITE + "\" too.")
                .code(forbidden.code().orElse(null))
                .build();
    }

    private static CloudflareErrors errors(Refusal refusal) {
        if (!refusal.json()) {
            return CloudflareErrors.of(null);
        }
        try {
            return CloudflareErrors.of(new JsonMapper().readTree(refusal.body()).get("errors"));
        } catch (JsonProcessingException _) {
            return CloudflareErrors.of(null);
        }
    }

    private static Kind kind(Refusal refusal, CloudflareErrors errors) {
        if (refusal.status() == 503 && speaksOfRate(refusal)) {
            return Kind.THROTTLED;
        }
        return switch (refusal.kind()) {
            case NOT_FOUND, REJECTED -> errors.kind().orElse(refusal.kind());
            case UNAUTHORIZED, FORBIDDEN, THROTTLED, UNAVAILABLE, MALFORMED_RESPONSE, NOT_ASKED -> refusal.kind();
        };
    }

    /** A rate limit in front of the API answers 503 with a page of HTML (seen). */
    private static boolean speaksOfRate(Refusal refusal) {
        return refusal.body().toLowerCase(Locale.ROOT).contains("rate limit");
    }

    private @Nullable String hint(Kind kind, Refusal refusal) {
        return switch (kind) {
            case UNAUTHORIZED ->
                "Check " + credential + ": perhaps cut, expired or disabled. Tokens and keys are listed at "
                        + CloudflareSettings.TOKENS_PAGE + ".";
            case FORBIDDEN -> holder + " needs the permission \"" + permission(refusal) + "\".";
            case NOT_FOUND -> "Check zone or zone_id, and that the zone is in an account that the credential can see.";
            case THROTTLED ->
                "Other programs of the same user count too: lower requests_per_5_minutes, or run again later.";
            case UNAVAILABLE -> "Run again later." + ray(refusal);
            case REJECTED, MALFORMED_RESPONSE, NOT_ASKED -> null;
        };
    }

    private static String permission(Refusal refusal) {
        if (!refusal.path().contains("/ssl/")) {
            return "Zone Read";
        }
        return refusal.method().equals("GET") ? "SSL and Certificates Read" : WRITE;
    }

    private static String ray(Refusal refusal) {
        return refusal.requestId() == null ? "" : " Cloudflare's support asks for the ray " + refusal.requestId() + ".";
    }
}
