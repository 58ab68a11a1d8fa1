package dev.ascertain.providers.http;

import java.time.Duration;
import java.util.Comparator;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What the header {@code Ratelimit: "default";r=50;t=30} says: 50 calls left, 30 seconds until there are more.
 *
 * @see <a href="https://developers.cloudflare.com/fundamentals/api/reference/limits/">Cloudflare: limits</a>
 */
record RateLimit(int left, Duration reset) {
    private static final Pattern LEFT = Pattern.compile(";\\s*r=(\\d{1,9})(?!\\d)");
    private static final Pattern RESET = Pattern.compile(";\\s*t=(\\d{1,9})(?!\\d)");

    /** The narrowest of the limits that a header names; empty if it has another form. */
    static Optional<RateLimit> parse(String header) {
        return Stream.of(header.split(",", 20))
                .flatMap(item -> one(item).stream())
                .min(Comparator.comparingInt(RateLimit::left));
    }

    private static Optional<RateLimit> one(String item) {
        Matcher left = LEFT.matcher(item);
        Matcher reset = RESET.matcher(item);
        return left.find() && reset.find()
                ? Optional.of(new RateLimit(
                        Integer.parseInt(left.group(1)), Duration.ofSeconds(Long.parseLong(reset.group(1)))))
                : Optional.empty();
    }
}
