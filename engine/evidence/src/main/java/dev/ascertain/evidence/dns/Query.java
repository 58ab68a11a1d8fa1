package dev.ascertain.evidence.dns;

import dev.ascertain.evidence.Question;

/**
 * One question to one server: sent once in a run.
 *
 * @param recursion RD: whether the server is to find the answer itself, as a resolver does
 * @param unchecked CD: whether a resolver is to leave DNSSEC out
 */
record Query(Contact contact, Question question, boolean recursion, boolean unchecked) {
    /** To a server that should know by itself. */
    static Query authoritative(Contact contact, Question question) {
        return new Query(contact, question, false, false);
    }

    static Query recursive(Contact contact, Question question) {
        return new Query(contact, question, true, false);
    }

    Query withoutChecking() {
        return new Query(contact, question, recursion, true);
    }
}
