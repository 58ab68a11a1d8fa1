package dev.ascertain.cli.completion;

import dev.ascertain.core.diagnostic.Visible;

/**
 * One word that is offered.
 *
 * @param value the whole word, without quotes
 * @param description what it means, in one line; empty if that is plain
 */
public record Candidate(String value, String description) {
    private static final int LONGEST = 72;

    /** With the first sentence of a longer text. */
    static Candidate of(String value, String... text) {
        String whole = String.join(" ", text);
        int end = whole.indexOf(". ");
        String first = end < 0 ? whole : whole.substring(0, end + 1);
        return new Candidate(value, Visible.line(first, LONGEST));
    }

    /** Behind what stands before it in the same word. */
    Candidate behind(String stem) {
        return new Candidate(stem + value, description);
    }

    /** Whether all of it can be seen: what would move the cursor or break the line is never put on a command line. */
    boolean isVisible() {
        return Visible.line(value).equals(value);
    }
}
