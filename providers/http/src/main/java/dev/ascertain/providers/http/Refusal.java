package dev.ascertain.providers.http;

import dev.ascertain.spi.ProviderException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * An answer that is no success, as the vendor's {@link RefusalReader} gets to see it.
 *
 * @param status the HTTP status, 400 or more
 * @param body the text of the body as far as the bound allows, secrets already taken out; empty if there is none
 * @param json whether the body claims to be JSON
 * @param requestId what the vendor's support asks for; null if no header holds one
 * @param retryAfter how long not to ask, from the headers; null if they do not say
 */
public record Refusal(
        int status,
        String method,
        String path,
        String body,
        boolean json,
        @Nullable String requestId,
        @Nullable Duration retryAfter) {
    /** What the status alone says. A vendor that uses statuses in another sense decides for itself. */
    public ProviderException.Kind kind() {
        return switch (status) {
            case 401 -> ProviderException.Kind.UNAUTHORIZED;
            case 403 -> ProviderException.Kind.FORBIDDEN;
            case 404 -> ProviderException.Kind.NOT_FOUND;
            case 429 -> ProviderException.Kind.THROTTLED;
            default -> status >= 500 ? ProviderException.Kind.UNAVAILABLE : ProviderException.Kind.REJECTED;
        };
    }
}
