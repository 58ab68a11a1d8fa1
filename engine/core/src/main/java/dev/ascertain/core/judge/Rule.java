package dev.ascertain.core.judge;

import java.util.function.Function;
import java.util.function.Predicate;

/**
 * One row of the diagnosis: when it matches, and what it then says. The order of the rows is behaviour.
 *
 * @param id such as {@code B3}; the letter is the phase
 * @param finding what it says: verdict, reason, next step, owner
 */
record Rule(String id, Predicate<Case> when, Function<Case, Finding> finding) {}
