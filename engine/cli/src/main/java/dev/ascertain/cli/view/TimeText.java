package dev.ascertain.cli.view;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;

/** Times and durations for people. */
final class TimeText {
    private TimeText() {}

    /** Such as {@code 14:05 UTC, in 5 min}; the date only where it is another one than today's. */
    static String of(Instant time, Instant now, ZoneId zone) {
        return absolute(time, now, zone) + ", " + relative(time, now);
    }

    /** Such as {@code 14:05 UTC}; the date only where it is another one than today's. */
    static String absolute(Instant time, Instant now, ZoneId zone) {
        ZonedDateTime shown = time.atZone(zone);
        LocalDate today = now.atZone(zone).toLocalDate();
        String date = shown.toLocalDate().equals(today) ? "" : shown.toLocalDate() + " ";
        String name = shown.getOffset().equals(ZoneOffset.UTC)
                ? "UTC"
                : shown.getOffset().getId();
        return date + two(shown.getHour()) + ":" + two(shown.getMinute()) + " " + name;
    }

    /** Such as {@code 14:05:00}. Put together by hand: a formatter takes long to load, and every run needs this. */
    static String clock(Instant time, ZoneId zone) {
        ZonedDateTime shown = time.atZone(zone);
        return two(shown.getHour()) + ":" + two(shown.getMinute()) + ":" + two(shown.getSecond());
    }

    private static String two(int number) {
        return number < 10 ? "0" + number : Integer.toString(number);
    }

    /** Such as {@code in 5 min} or {@code 3 h ago}; what is to come is rounded up. */
    static String relative(Instant time, Instant now) {
        return time.isBefore(now)
                ? of(Duration.between(time, now)) + " ago"
                : "in " + of(Duration.between(now, time).plusMillis(999));
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
        String seconds = two(duration.toSecondsPart());
        return duration.toHours() == 0
                ? duration.toMinutes() + ":" + seconds
                : duration.toHours() + ":" + two(duration.toMinutesPart()) + ":" + seconds;
    }
}
