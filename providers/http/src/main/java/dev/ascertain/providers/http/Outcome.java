package dev.ascertain.providers.http;

import dev.ascertain.spi.ProviderException;
import org.jspecify.annotations.Nullable;

/** How one attempt ended. */
sealed interface Outcome {
    /**
     * @param value the decoded body; null where the method returns nothing
     */
    record Answered(@Nullable Object value) implements Outcome {}

    /**
     * @param told what people are told of it
     * @param mayPass whether the same call may succeed a little later
     */
    record Failed(ProviderException told, boolean mayPass) implements Outcome {
        static Failed of(ProviderException told) {
            return new Failed(
                    told,
                    switch (told.kind()) {
                        case UNAVAILABLE, THROTTLED -> true;
                        case UNAUTHORIZED, FORBIDDEN, NOT_FOUND, REJECTED, MALFORMED_RESPONSE, NOT_ASKED -> false;
                    });
        }
    }
}
