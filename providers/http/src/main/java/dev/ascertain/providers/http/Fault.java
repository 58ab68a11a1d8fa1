package dev.ascertain.providers.http;

import dev.ascertain.spi.ProviderException;
import dev.ascertain.spi.ProviderException.Kind;

/** Carries a failure of which its kind alone does not say whether it may pass. Never leaves the room. */
final class Fault extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Outcome.Failed failed;

    private Fault(Outcome.Failed failed) {
        super(failed.told().what());
        this.failed = failed;
    }

    /** An answer that is no answer, and may well be one the next time: HTML, cut off, half a JSON. */
    static Fault brokenAnswer(String message) {
        ProviderException told = ProviderException.of(Kind.MALFORMED_RESPONSE, message)
                .hint("A proxy may stand in between, or the address of the account may be wrong. Else run this again.")
                .build();
        return new Fault(new Outcome.Failed(told, true));
    }

    /** An outage that will not end by itself. */
    static Fault lasting(ProviderException told) {
        return new Fault(new Outcome.Failed(told, false));
    }

    Outcome.Failed failed() {
        return failed;
    }
}
