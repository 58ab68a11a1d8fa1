package dev.ascertain.core.gate;

import dev.ascertain.core.judge.Action;

/** All that a comparison wants to know of a verification. */
public enum Standing {
    MET,
    UNMET,
    UNREAD;

    /** Where an action is planned. */
    public static Standing of(Action action) {
        return switch (action) {
            case NONE -> MET;
            case WAIT, RETRY, MANUAL -> UNMET;
            case ERROR -> UNREAD;
        };
    }
}
