package dev.ascertain.providers.cloudflare;

import dev.ascertain.spi.Obstacle;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a certificate authority's message says stands in the way. Only what another check cannot overcome is an
 * obstacle: a missing record or a CAA record is not, because that is for whoever looks at the DNS.
 *
 * <p>Sources: Cloudflare's pages "Troubleshooting domain control validation" and "Certificate authority specific
 * errors", Let's Encrypt's rate limit messages, RFC 8555's error types.
 */
final class AuthorityWords {
    private enum Meaning {
        RATE_LIMIT,
        POLICY
    }

    private record Row(String words, Meaning meaning) {}

    /** In lower case; the first row that is contained decides. */
    private static final List<Row> ROWS = List.of(
            new Row("rate limit", Meaning.RATE_LIMIT),
            new Row("ratelimited", Meaning.RATE_LIMIT),
            new Row("too many certificates", Meaning.RATE_LIMIT),
            new Row("too many failed authorizations", Meaning.RATE_LIMIT),
            new Row("too many new orders", Meaning.RATE_LIMIT),
            new Row("too many currently pending", Meaning.RATE_LIMIT),
            new Row("high risk", Meaning.POLICY),
            new Row("potential risk", Meaning.POLICY),
            new Row("will not issue", Meaning.POLICY),
            new Row("rejectedidentifier", Meaning.POLICY),
            new Row("rejected identifier", Meaning.POLICY),
            new Row("forbidden by policy", Meaning.POLICY),
            new Row("policy forbids", Meaning.POLICY));

    /** Let's Encrypt writes {@code retry after 2026-03-01 12:00:00 UTC}, or with T and Z. */
    private static final Pattern UNTIL =
            Pattern.compile("retry after (\\d{4}-\\d{2}-\\d{2})[T ](\\d{2}:\\d{2}:\\d{2})", Pattern.CASE_INSENSITIVE);

    private AuthorityWords() {}

    /** The obstacle of which a message speaks. A rate limit that ended before now is none any more. */
    static Optional<Obstacle> obstacle(String message, Instant now) {
        String lower = message.toLowerCase(Locale.ROOT);
        Optional<Row> row =
                ROWS.stream().filter(one -> lower.contains(one.words())).findFirst();
        return row.flatMap(one -> switch (one.meaning()) {
            case RATE_LIMIT -> rateLimit(message, now);
            case POLICY -> Optional.of(new Obstacle.CaPolicy(message));
        });
    }

    private static Optional<Obstacle> rateLimit(String message, Instant now) {
        Instant until = until(message);
        return until != null && !until.isAfter(now)
                ? Optional.empty()
                : Optional.of(new Obstacle.CaRateLimit(message, until));
    }

    private static @Nullable Instant until(String message) {
        Matcher found = UNTIL.matcher(message);
        return found.find() ? Texts.time(found.group(1) + "T" + found.group(2) + "Z") : null;
    }
}
