package dev.ascertain.cli.view;

import dev.ascertain.core.apply.Outcome;
import dev.ascertain.core.judge.Action;

/** The sign at the left edge, with an ASCII twin for terminals that show nothing else. */
public enum Mark {
    MET("=", "=", Screen.Ink.GREEN),
    RETRY("~", "~", Screen.Ink.YELLOW),
    WAIT("…", ".", Screen.Ink.CYAN),
    PERSON("!", "!", Screen.Ink.RED),
    UNREADABLE("?", "?", Screen.Ink.RED);

    private final String sign;
    private final String ascii;
    private final Screen.Ink ink;

    Mark(String sign, String ascii, Screen.Ink ink) {
        this.sign = sign;
        this.ascii = ascii;
        this.ink = ink;
    }

    /** Of what a plan does. */
    public static Mark of(Action action) {
        return switch (action) {
            case NONE -> MET;
            case WAIT -> WAIT;
            case RETRY -> RETRY;
            case MANUAL -> PERSON;
            case ERROR -> UNREADABLE;
        };
    }

    /** Of what an apply came to. */
    public static Mark of(Outcome.Result result) {
        return switch (result) {
            case MET, SKIPPED -> MET;
            case UNCHANGED, STILL_CONVERGING, INTERRUPTED -> WAIT;
            case NEEDS_PERSON -> PERSON;
            case STALE -> RETRY;
            case FAILED -> UNREADABLE;
        };
    }

    /** One character. */
    public String sign() {
        return sign;
    }

    String on(Screen screen) {
        return screen.unicode() ? sign : ascii;
    }

    Screen.Ink ink() {
        return ink;
    }
}
