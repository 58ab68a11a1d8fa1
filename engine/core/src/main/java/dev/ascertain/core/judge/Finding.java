package dev.ascertain.core.judge;

import org.jspecify.annotations.Nullable;

/**
 * One rule that matched. The first one makes the headline of a change; all are listed.
 *
 * @param rule its id, such as {@code B6}
 * @param next what to do, as a phrase in the imperative; null if there is nothing
 * @param owner whose move it is
 */
public record Finding(
        String rule,
        Verdict verdict,
        Reason reason,
        @Nullable String next,
        Party owner) {}
