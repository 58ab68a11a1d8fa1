package dev.ascertain.core.judge;

import java.util.Locale;

/** What a verification's state means. */
public enum Verdict {
    /** The live state is as expected. */
    MET(Action.NONE),
    /** Not met, and nothing stands in the way. */
    READY(Action.RETRY),
    /** The provider is working on it, or was asked a moment ago. */
    CONVERGING(Action.WAIT),
    /** Right at the source, not visible yet. */
    WAITING(Action.WAIT),
    /** Somebody must change something first. */
    BLOCKED(Action.MANUAL),
    /** A third party decides. */
    HELD(Action.MANUAL),
    /** The order is gone: a new one is needed. */
    DEAD(Action.MANUAL),
    /** The provider knows no such thing. */
    ABSENT(Action.MANUAL),
    /** Could not be asked. */
    UNOBSERVABLE(Action.ERROR);

    private final Action action;

    Verdict(Action action) {
        this.action = action;
    }

    /** What is done about it, unless the manifest or the provider's ways say otherwise. */
    public Action action() {
        return action;
    }

    /** The word in JSON, such as {@code ready}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
