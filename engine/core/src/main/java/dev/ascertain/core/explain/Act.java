package dev.ascertain.core.explain;

import dev.ascertain.core.judge.Party;

/**
 * Something for somebody to do.
 *
 * @param must whether the verification cannot go on without it
 * @param why a sentence; hostile text
 * @param what a phrase in the imperative, or a sentence; hostile text
 */
public record Act(Party party, boolean must, String why, String what) {}
