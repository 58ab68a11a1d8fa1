package dev.ascertain.cli.view;

import dev.ascertain.spi.Schedule;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The provider's own clock in one line. */
final class ScheduleText {
    private ScheduleText() {}

    /**
     * @param title the provider's name in sentences
     * @return empty if nothing is known that still matters
     */
    static Optional<String> of(Schedule schedule, String title, Instant now, ZoneId zone) {
        var parts = new ArrayList<String>();
        String at = schedule.estimated() ? " about " : " at ";
        Instant nextCheck = schedule.nextCheck();
        if (nextCheck != null && nextCheck.isAfter(now)) {
            parts.add(title + " looks again" + at + TimeText.of(nextCheck, now, zone));
        }
        String who = parts.isEmpty() ? title + " " : "";
        add(parts, schedule.givesUp(), who + "gives up" + at, who + "gave up" + at, now, zone);
        add(parts, schedule.tokenExpires(), "the token counts until ", "the token stopped counting ", now, zone);
        boolean estimate = schedule.estimated() && !parts.isEmpty();
        add(parts, schedule.notAfter(), "the certificate expires ", "the certificate expired ", now, zone);
        return parts.isEmpty()
                ? Optional.empty()
                : Optional.of(String.join("; ", parts) + (estimate ? " (an estimate)" : ""));
    }

    private static void add(
            List<String> parts, @Nullable Instant time, String future, String past, Instant now, ZoneId zone) {
        if (time != null) {
            parts.add((time.isAfter(now) ? future : past) + TimeText.of(time, now, zone));
        }
    }
}
