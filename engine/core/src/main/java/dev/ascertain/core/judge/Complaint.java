package dev.ascertain.core.judge;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What is wrong with one thing to publish. A rule makes one finding of all that it finds wrong in the same way.
 *
 * @param what as a sentence, without its full stop
 * @param next what to do, as a phrase in the imperative; empty if there is nothing
 */
record Complaint(String what, String next) {
    /** Names of which each gets its own words; of hundreds nobody reads more. */
    private static final int MOST = 5;

    /** Empty if there is nothing to complain of. */
    static Optional<Finding> finding(String rule, Verdict verdict, Code code, List<Complaint> complaints) {
        if (complaints.isEmpty()) {
            return Optional.empty();
        }
        String next = joined(complaints, Complaint::next, "; ", "; and likewise for %d more");
        return Optional.of(Finding.of(
                rule,
                verdict,
                code,
                joined(complaints, Complaint::what, ". ", ". The same is true of %d more") + ".",
                next.isEmpty() ? null : next,
                Party.YOU));
    }

    private static String joined(
            List<Complaint> complaints, Function<Complaint, String> part, String between, String more) {
        String first = complaints.stream()
                .map(part)
                .filter(text -> !text.isEmpty())
                .distinct()
                .limit(MOST)
                .collect(Collectors.joining(between));
        boolean all = complaints.size() <= MOST || first.isEmpty();
        return all ? first : first + more.formatted(complaints.size() - MOST);
    }
}
