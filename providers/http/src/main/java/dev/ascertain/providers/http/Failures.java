package dev.ascertain.providers.http;

import dev.ascertain.spi.ProviderException;
import dev.ascertain.spi.ProviderException.Kind;
import java.time.Duration;
import java.util.Optional;

/** The failures that arise here rather than at the vendor. */
final class Failures {
    private Failures() {}

    /** The run ends. The interrupt that said so is restored for whoever looks next. */
    static ProviderException stopped(InterruptedException interrupt) {
        Thread.currentThread().interrupt();
        return ProviderException.of(Kind.NOT_ASKED, "The run was stopped before this was asked.")
                .build();
    }

    /** The run's time was over before the call's turn came. */
    static ProviderException outOfTime() {
        return ProviderException.of(Kind.NOT_ASKED, "The deadline came before this was asked.")
                .build();
    }

    static ProviderException refusedBefore(String vendor, Optional<String> hint) {
        return ProviderException.of(
                        Kind.NOT_ASKED, vendor + " refused this credential before, so nothing more was asked with it.")
                .hint(hint.orElse(null))
                .build();
    }

    static ProviderException held(String vendor, Duration rest) {
        return ProviderException.of(
                        Kind.THROTTLED,
                        "%s wants not to be asked for another %d s."
                                .formatted(vendor, rest.plusMillis(999).toSeconds()))
                .hint("Run this again after that.")
                .retryAfter(rest)
                .build();
    }

    /** The same failure with another time to wait. */
    static ProviderException withRetryAfter(ProviderException told, Duration retryAfter) {
        return ProviderException.of(told.kind(), told.what())
                .hint(told.hint().orElse(null))
                .code(told.code().orElse(null))
                .retryAfter(retryAfter)
                .build();
    }
}
