package dev.ascertain.core.gate;

/** What was given is no condition; the message says why, and what to write, in sentences. */
public final class ConditionFault extends Exception {
    private static final long serialVersionUID = 1L;

    ConditionFault(String message) {
        super(message);
    }
}
