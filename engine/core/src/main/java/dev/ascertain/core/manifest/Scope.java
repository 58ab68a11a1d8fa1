package dev.ascertain.core.manifest;

import dev.ascertain.core.diagnostic.Diagnostic;
import dev.ascertain.core.diagnostic.Place;
import dev.ascertain.core.source.SourceText;
import org.jspecify.annotations.Nullable;

/**
 * The part of a manifest that is read: what its faults say of where they are.
 *
 * @param subject such as {@code cloudflare_ssl_verification.shop}; null outside of declarations and accounts
 */
record Scope(SourceText source, @Nullable String subject, Faults faults) {
    Scope in(String newSubject) {
        return new Scope(source, newSubject, faults);
    }

    Place place(long span) {
        return source.place(span);
    }

    void error(long span, String summary, String detail) {
        error(place(span), summary, detail);
    }

    void error(Place place, String summary, String detail) {
        faults.add(Diagnostic.error(summary, detail).at(place).in(subject));
    }

    void warning(long span, String summary, String detail) {
        faults.add(Diagnostic.warning(summary, detail).at(place(span)).in(subject));
    }
}
