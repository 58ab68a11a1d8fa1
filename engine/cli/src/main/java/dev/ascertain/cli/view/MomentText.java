package dev.ascertain.cli.view;

import dev.ascertain.core.diagnostic.Visible;
import dev.ascertain.core.explain.Moment;
import java.time.Instant;
import java.time.ZoneId;

/** What happens by itself, as sentences. */
final class MomentText {
    private MomentText() {}

    /** Such as {@code Cloudflare looks again about 12:05 UTC, in 5 min (an estimate).} */
    static String of(Moment moment, Instant now, ZoneId zone) {
        String when = TimeText.of(moment.at(), now, zone);
        return what(moment) + (moment.estimated() ? " about " + when + " (an estimate)." : " at " + when + ".");
    }

    /** The same with the date, and without what counts from now: for what is read later. */
    static String dated(Moment moment, ZoneId zone) {
        String when = dated(moment.at(), zone);
        return what(moment) + (moment.estimated() ? " about " + when + " (an estimate)." : " at " + when + ".");
    }

    /** Such as {@code 2026-11-22 12:05 UTC}. */
    static String dated(Instant time, ZoneId zone) {
        return TimeText.absolute(time, Instant.EPOCH, zone);
    }

    private static String what(Moment moment) {
        String who = Visible.line(moment.who());
        return switch (moment.event()) {
            case NEGATIVE_CACHE_ENDS -> who + " forgets that the record was missing";
            case NEXT_CHECK -> who + " looks again by itself";
            case TOKEN_EXPIRES -> "What must be published stops counting";
            case GIVES_UP -> who + " gives up";
            case CERTIFICATE_EXPIRES -> "The certificate in service expires";
        };
    }
}
