package dev.ascertain.core.judge;

import dev.ascertain.spi.ProviderException;

/** Phase A: what it means that the state could not be read. An outage is never drift. */
final class FailureRules {
    private FailureRules() {}

    static Finding finding(ProviderException failure) {
        String what = failure.what();
        return switch (failure.kind()) {
            case UNAUTHORIZED, FORBIDDEN ->
                unobservable("A1", Code.AUTH, what, failure.hint().orElse("check the credential's permissions"));
            case NOT_FOUND ->
                Finding.of(
                        "A2",
                        Verdict.ABSENT,
                        Code.NOT_PROVISIONED,
                        what,
                        failure.hint().orElse("order it at the provider, or remove it from the manifest"),
                        Party.YOU);
            case THROTTLED -> unobservable("A3", Code.API_THROTTLED, what, throttled(failure));
            case UNAVAILABLE, MALFORMED_RESPONSE ->
                unobservable(
                        "A4", Code.PROVIDER_UNAVAILABLE, what, failure.hint().orElse("run again later"));
            case REJECTED ->
                unobservable(
                        "A5",
                        Code.REJECTED,
                        what,
                        failure.hint().orElse("look at what the manifest says of this target"));
            case NOT_ASKED ->
                unobservable("A6", Code.NOT_ASKED, what, failure.hint().orElse("run again"));
        };
    }

    private static String throttled(ProviderException failure) {
        return failure.hint()
                .or(() -> failure.retryAfter().map(wait -> "run again in " + Math.max(1, wait.toSeconds()) + " s"))
                .orElse("run again in a few minutes");
    }

    private static Finding unobservable(String rule, Code code, String message, String next) {
        return Finding.of(rule, Verdict.UNOBSERVABLE, code, message, next, Party.OPERATOR);
    }
}
