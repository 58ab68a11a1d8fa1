package dev.ascertain.cli.record;

import dev.ascertain.core.judge.CaaRecord;

/** CAA records that are to be published, by their parts. */
final class CaaText {
    private CaaText() {}

    /** @param value the presentation form; taken for an issuer's name if it is none */
    static CaaRecord of(String value) {
        return CaaRecord.parse(value).orElseGet(() -> new CaaRecord(0, "issue", value));
    }
}
