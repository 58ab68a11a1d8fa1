package dev.ascertain.core.judge;

import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * One row of the diagnosis: what it finds, if anything. The order of the rows is behaviour.
 *
 * @param id such as {@code B3}; the letter is the phase
 * @param finding what it says: verdict, reason, next step, owner; empty if it does not match
 */
record Rule(String id, Function<Case, Optional<Finding>> finding) {
    /** One that only has to be true to be told. */
    Rule(String id, Predicate<Case> when, Function<Case, Finding> finding) {
        this(id, the -> when.test(the) ? Optional.of(finding.apply(the)) : Optional.empty());
    }
}
