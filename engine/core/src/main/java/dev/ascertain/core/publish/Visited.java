package dev.ascertain.core.publish;

import dev.ascertain.evidence.Page;
import dev.ascertain.evidence.Visit;
import java.util.List;

/** Whether a file is served as it should be. */
public final class Visited {
    private Visited() {}

    /** Whether this address answered, and with something else. */
    public static boolean isWrong(Visit visit, String content) {
        Visit.Outcome outcome = visit.last().outcome();
        return !visit.serves(content) && (outcome == Visit.Outcome.ANSWERED || outcome == Visit.Outcome.BAD_REDIRECT);
    }

    static Presence presence(Page page, String content) {
        List<Visit> visits = page.visits();
        boolean right = visits.stream().anyMatch(visit -> visit.serves(content));
        boolean wrong = visits.stream().anyMatch(visit -> isWrong(visit, content));
        if (right) {
            return wrong ? Presence.PARTLY : Presence.PUBLISHED;
        }
        return wrong ? Presence.MISSING : Presence.UNKNOWN;
    }
}
