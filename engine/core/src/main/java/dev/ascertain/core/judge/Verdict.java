package dev.ascertain.core.judge;

import java.util.Locale;
import java.util.stream.Stream;

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
    UNOBSERVABLE(Action.ERROR),
    /** Something else that should be looked after; only ever listed beside a headline. */
    WARNING(Action.NONE),
    /** Good to know; only ever listed beside a headline. */
    INFO(Action.NONE);

    private final Action action;

    Verdict(Action action) {
        this.action = action;
    }

    /** What is done about it, unless the manifest or the provider's ways say otherwise. */
    public Action action() {
        return action;
    }

    /** Whether a finding of this verdict can be the headline of a change. */
    public boolean decides() {
        return this != WARNING && this != INFO;
    }

    /** The verdicts that a change can have. */
    public static Verdict[] ofChanges() {
        return Stream.of(values()).filter(Verdict::decides).toArray(Verdict[]::new);
    }

    /** The word in JSON, such as {@code ready}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
