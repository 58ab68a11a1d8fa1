package dev.ascertain.providers.cloudflare;

import dev.ascertain.spi.Schedule;
import dev.ascertain.spi.Status;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * When Cloudflare looks again by itself, computed from its published schedule.
 *
 * @see <a
 *     href="https://developers.cloudflare.com/ssl/edge-certificates/changing-dcv-method/validation-backoff-schedule/">
 *     Validation backoff schedule</a>
 */
final class RecheckSchedule {
    /** After this many checks Cloudflare gives up, about 7 days after the order. */
    static final int ATTEMPTS = 75;

    private static final long LONGEST_GAP_SECONDS = 14_400;

    private RecheckSchedule() {}

    /** The wait before the attempt of this number, counted from 0. */
    static Duration gapBefore(int attempt) {
        double base = attempt < 10 ? 1.05 : 1.15;
        return Duration.ofSeconds(Math.min((long) Math.floor(60 * Math.pow(base, attempt)), LONGEST_GAP_SECONDS));
    }

    /** How long after the order the first so many attempts are over. */
    static Duration untilAttempts(int attempts) {
        Duration sum = Duration.ZERO;
        for (int attempt = 0; attempt < attempts; attempt++) {
            sum = sum.plus(gapBefore(attempt));
        }
        return sum;
    }

    /**
     * The clock of one verification. What is not looked for any more has no next check. Where something is still looked
     * for after the last check was due, it is a renewal, and the pack's age says nothing about it.
     *
     * @param pack null if it was not read: then nothing is known
     * @param signature which of the pack's certificates is meant; null if not reported
     */
    static Schedule of(Status status, @Nullable WirePack pack, @Nullable String signature, Instant now) {
        if (pack == null) {
            return Schedule.UNKNOWN;
        }
        Instant created = pack.created();
        Instant notAfter = pack.expires(signature);
        if (created == null) {
            return new Schedule(null, null, null, null, notAfter, false);
        }
        Instant givesUp = created.plus(untilAttempts(ATTEMPTS));
        Instant token = tokenExpires(created, pack.certificateAuthority());
        return switch (status) {
            case VERIFIED, STAND_BY, EXPIRED, ENDED -> new Schedule(created, null, null, null, notAfter, false);
            case GAVE_UP -> new Schedule(created, null, null, token, notAfter, true);
            case NEEDS_PROOF, IN_PROGRESS, UNKNOWN ->
                now.isAfter(givesUp)
                        ? new Schedule(null, null, null, null, notAfter, false)
                        : new Schedule(created, nextCheck(created, now), givesUp, token, notAfter, true);
        };
    }

    private static @Nullable Instant nextCheck(Instant created, Instant now) {
        Instant check = created;
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            check = check.plus(gapBefore(attempt));
            if (check.isAfter(now)) {
                return check;
            }
        }
        return null;
    }

    /** "DCV tokens validity" of the same page. */
    private static @Nullable Instant tokenExpires(Instant created, @Nullable String authority) {
        return switch (authority) {
            case "lets_encrypt" -> created.plus(Duration.ofDays(7));
            case "google", "ssl_com" -> created.plus(Duration.ofDays(14));
            case null, default -> null;
        };
    }
}
