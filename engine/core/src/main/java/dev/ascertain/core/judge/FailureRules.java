package dev.ascertain.core.judge;

import dev.ascertain.spi.ProviderException;

/** Phase A: what it means that the state could not be read. An outage is never drift. */
final class FailureRules {
    private FailureRules() {}

    static Finding finding(ProviderException failure) {
        String what = failure.what();
        return switch (failure.kind()) {
            case UNAUTHORIZED, FORBIDDEN ->
                unobservable("A1", "auth", what, failure.hint().orElse("check the credential's permissions"));
            case NOT_FOUND ->
                Finding.of(
                        "A2",
                        Verdict.ABSENT,
                        "not-provisioned",
                        what,
                        failure.hint().orElse("order it at the provider, or remove it from the manifest"),
                        Party.YOU);
            case THROTTLED -> unobservable("A3", "api-throttled", what, throttled(failure));
            case UNAVAILABLE, MALFORMED_RESPONSE ->
                unobservable("A4", "provider-unavailable", what, failure.hint().orElse("run again later"));
            case REJECTED ->
                unobservable(
                        "A5", "rejected", what, failure.hint().orElse("look at what the manifest says of this target"));
            case NOT_ASKED ->
                unobservable("A6", "not-asked", what, failure.hint().orElse("run again"));
        };
    }

    private static String throttled(ProviderException failure) {
        return failure.hint()
                .or(() -> failure.retryAfter().map(wait -> "run again in " + Math.max(1, wait.toSeconds()) + " s"))
                .orElse("run again in a few minutes");
    }

    private static Finding unobservable(String rule, String code, String message, String next) {
        return Finding.of(rule, Verdict.UNOBSERVABLE, code, message, next, Party.OPERATOR);
    }
}
