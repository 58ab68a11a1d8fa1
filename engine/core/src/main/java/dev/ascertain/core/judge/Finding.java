package dev.ascertain.core.judge;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One rule that matched. The first one makes the headline of a change; all are listed.
 *
 * @param rule its id, such as {@code B6}
 * @param next what to do, as a phrase in the imperative or a sentence; null if there is nothing
 * @param owner whose move it is
 * @param again when it is worth looking again; null if that is not known. A finding of {@link Verdict#WAITING} without it
 *     is looked at again like one that the provider works on.
 */
public record Finding(
        String rule,
        Verdict verdict,
        Reason reason,
        @Nullable String next,
        Party owner,
        @Nullable Instant again) {
    static Finding of(String rule, Verdict verdict, Code code, String message, @Nullable String next, Party owner) {
        return new Finding(rule, verdict, new Reason(code.word(), sentence(message)), next, owner, null);
    }

    /** With a capital where a message begins with the name of a provider that has an article, such as the Internet. */
    static String sentence(String message) {
        return message.startsWith("the ") ? "T" + message.substring(1) : message;
    }

    Finding next(String other) {
        return new Finding(rule, verdict, reason, other, owner, again);
    }

    /** The same finding where it is another's move. */
    Finding owner(Party other) {
        return new Finding(rule, verdict, reason, next, other, again);
    }

    /** The same finding, and when it is worth looking again. */
    Finding again(Instant time) {
        return new Finding(rule, verdict, reason, next, owner, time);
    }

    /** The same finding with a wait, and what is asked for when it is over. */
    Finding thenAsk(String description, Instant now) {
        return next(
                "wait" + (again == null ? "" : duration(Duration.between(now, again))) + ", then ask " + description);
    }

    /** Rounded up: whoever comes too early waits once more. */
    private static String duration(Duration wait) {
        long seconds = Math.max(1, wait.plusMillis(999).toSeconds());
        return seconds < 120 ? " " + seconds + " s" : " " + (seconds + 59) / 60 + " min";
    }

    /** The same finding where no call would ask for a check and touch nothing else. */
    Finding blocked(String why) {
        return new Finding(rule, Verdict.BLOCKED, reason, why, Party.YOU, null);
    }
}
