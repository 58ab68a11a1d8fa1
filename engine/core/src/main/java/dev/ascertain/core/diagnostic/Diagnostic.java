package dev.ascertain.core.diagnostic;

import org.jspecify.annotations.Nullable;

/**
 * One thing that people should know about their input or the run.
 *
 * @param summary a few words without user data, such as {@code Unknown attribute}
 * @param detail sentences: what is wrong, why, and what to do; lines are separated by {@code \n}
 * @param place where, or null if it concerns no place in a file
 * @param subject what it concerns, such as {@code cloudflare_ssl_verification.shop}, or null
 */
public record Diagnostic(
        Severity severity,
        String summary,
        String detail,
        @Nullable Place place,
        @Nullable String subject) {
    public static Diagnostic error(String summary, String detail) {
        return new Diagnostic(Severity.ERROR, summary, detail, null, null);
    }

    public static Diagnostic warning(String summary, String detail) {
        return new Diagnostic(Severity.WARNING, summary, detail, null, null);
    }

    public Diagnostic at(@Nullable Place newPlace) {
        return new Diagnostic(severity, summary, detail, newPlace, subject);
    }

    public Diagnostic in(@Nullable String newSubject) {
        return new Diagnostic(severity, summary, detail, place, newSubject);
    }

    public boolean isError() {
        return severity == Severity.ERROR;
    }
}
