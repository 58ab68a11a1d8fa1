package dev.ascertain.core.gate;

/** What was given is no report that a plan can be compared with; the message says why, behind the file's name. */
public final class EarlierFault extends Exception {
    private static final long serialVersionUID = 1L;

    EarlierFault(String message) {
        super(message);
    }
}
