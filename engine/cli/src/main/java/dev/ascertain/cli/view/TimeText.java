package dev.ascertain.cli.view;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Times and durations for people. */
final class TimeText {
    private static final DateTimeFormatter SAME_DAY = DateTimeFormatter.ofPattern("HH:mm zzz", Locale.ROOT);
    private static final DateTimeFormatter OTHER_DAY = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm zzz", Locale.ROOT);

    private TimeText() {}

    /** Such as {@code 14:05 UTC, in 5 min}; the date only where it is another one than today's. */
    static String of(Instant time, Instant now, ZoneId zone) {
        ZonedDateTime shown = time.atZone(zone);
        boolean today = shown.toLocalDate().equals(now.atZone(zone).toLocalDate());
        return (today ? SAME_DAY : OTHER_DAY).format(shown) + ", " + relative(time, now);
    }

    /** Such as {@code in 5 min} or {@code 3 h ago}. */
    static String relative(Instant time, Instant now) {
        return time.isBefore(now) ? of(Duration.between(time, now)) + " ago" : "in " + of(Duration.between(now, time));
    }

    /** The largest unit that is worth saying: {@code 40 s}, {@code 12 min}, {@code 3 h}, {@code 6 days}. */
    static String of(Duration duration) {
        if (duration.toSeconds() < 120) {
            return duration.toSeconds() + " s";
        }
        if (duration.toMinutes() < 120) {
            return duration.toMinutes() + " min";
        }
        return duration.toHours() < 48 ? duration.toHours() + " h" : duration.toDays() + " days";
    }

    /** Hours, minutes and seconds as on a clock: {@code 1:05}, {@code 1:00:05}. */
    static String elapsed(Duration duration) {
        String seconds = "%02d".formatted(duration.toSecondsPart());
        return duration.toHours() == 0
                ? duration.toMinutes() + ":" + seconds
                : duration.toHours() + ":%02d:".formatted(duration.toMinutesPart()) + seconds;
    }
}
