package dev.ascertain.cli.view;

import dev.ascertain.core.publish.Presence;

/** How much of something is published: its mark. */
final class PresenceText {
    private PresenceText() {}

    static Mark mark(Presence presence) {
        return switch (presence) {
            case PUBLISHED -> Mark.MET;
            case PARTLY -> Mark.RETRY;
            case MISSING -> Mark.PERSON;
            case UNKNOWN -> Mark.UNREADABLE;
        };
    }
}
