package dev.ascertain.core.manifest;

import dev.ascertain.core.manifest.Matcher.Bound;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.regex.Pattern;

/** Times as manifests write them. */
final class Times {
    static final String FORMS = "a date such as 2027-01-31 or a time such as 2027-01-31T12:00:00Z";
    static final String RELATIVE_FORMS = "\"in 21 days\", \"in 36 hours\", \"2 hours ago\" or \"now\"";

    private static final Pattern DATE = Pattern.compile("\\d{4}-\\d\\d-\\d\\d");
    private static final Pattern DATE_TIME = Pattern.compile("\\d{4}-\\d\\d-\\d\\d[Tt].{4,30}");
    private static final Pattern RELATIVE = Pattern.compile("(in )?(\\d{1,6}) (second|minute|hour|day|week)s?( ago)?");

    private Times() {}

    /** An ISO 8601 date, which means its first second in UTC, or a date and time with its offset. */
    static Optional<Instant> absolute(String text) {
        try {
            if (DATE.matcher(text).matches()) {
                return Optional.of(LocalDate.parse(text).atStartOfDay().toInstant(ZoneOffset.UTC));
            }
            if (DATE_TIME.matcher(text).matches()) {
                return Optional.of(OffsetDateTime.parse(text).toInstant());
            }
        } catch (DateTimeException e) {
            return Optional.empty();
        }
        return Optional.empty();
    }

    /** A time as {@code at_least} and {@code at_most} take it: absolute, or counted from now. */
    static Optional<Bound> bound(String text) {
        if (text.equals("now")) {
            return Optional.of(new Bound.FromNow(Duration.ZERO, text));
        }
        var matcher = RELATIVE.matcher(text);
        boolean isRelative = matcher.matches() && (matcher.group(1) == null) != (matcher.group(4) == null);
        if (!isRelative) {
            return absolute(text).map(Bound.Time::new);
        }
        Duration unit = switch (matcher.group(3)) {
            case "second" -> Duration.ofSeconds(1);
            case "minute" -> Duration.ofMinutes(1);
            case "hour" -> Duration.ofHours(1);
            case "day" -> Duration.ofDays(1);
            default -> Duration.ofDays(7);
        };
        Duration offset = unit.multipliedBy(Long.parseLong(matcher.group(2)));
        return Optional.of(new Bound.FromNow(matcher.group(4) == null ? offset : offset.negated(), text));
    }
}
