package dev.ascertain.providers.http;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * An answer that is no success, as the vendor's {@link RefusalReader} gets to see it.
 *
 * @param status the HTTP status
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
        @Nullable Duration retryAfter) {}
