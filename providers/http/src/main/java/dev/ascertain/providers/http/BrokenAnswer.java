package dev.ascertain.providers.http;

import dev.ascertain.spi.ProviderException;
import dev.ascertain.spi.ProviderException.Kind;

/** An answer that is no answer, and may well be one the next time: HTML, cut off, half a JSON. Never leaves the room. */
final class BrokenAnswer extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final ProviderException told;

    private BrokenAnswer(ProviderException told) {
        super(told.what());
        this.told = told;
    }

    static BrokenAnswer of(String message) {
        return new BrokenAnswer(ProviderException.of(Kind.MALFORMED_RESPONSE, message)
                .hint("A proxy may stand in between, or the address of the account may be wrong. Else run this again.")
                .build());
    }

    /** What people are told of it. */
    ProviderException told() {
        return told;
    }
}
