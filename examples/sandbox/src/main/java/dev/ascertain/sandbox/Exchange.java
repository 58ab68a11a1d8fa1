package dev.ascertain.sandbox;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * One request and what came of it. Neither headers nor bodies: they hold credentials.
 *
 * @param vendor {@code cloudflare}, {@code huaweicloud_live}, or {@code sandbox} for what is asked of itself, or
 *     {@code nobody} for a path that none has
 * @param target path and query as they came
 * @param status the status that was, or would have been, sent
 * @param spoilt how the answer was spoilt, such as {@code cut}; empty if it was not
 */
public record Exchange(Instant at, String vendor, String method, String target, int status, String spoilt) {
    /** One line for a log, without its end. */
    public String line() {
        var line = String.join(
                " ",
                at.truncatedTo(ChronoUnit.MILLIS).toString(),
                vendor,
                method,
                target,
                Integer.toString(status),
                spoilt);
        return line.strip();
    }
}
