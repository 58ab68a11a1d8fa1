package dev.ascertain.core.explain;

import dev.ascertain.core.explain.Moment.Event;
import dev.ascertain.core.publish.Sighting;
import dev.ascertain.core.publish.Wanted;
import dev.ascertain.spi.Schedule;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What happens by itself, and when: by the provider's clock and by the caches of resolvers. */
final class Clock {
    private Clock() {}

    /** What is still to come, the earliest first; of what is as expected only the end of its certificate. */
    static List<Moment> moments(Matter the, Instant now) {
        var moments = new ArrayList<Moment>();
        Schedule schedule = the.change().schedule();
        boolean estimated = schedule.estimated();
        add(moments, Event.NEXT_CHECK, schedule.nextCheck(), estimated, the.vendor());
        add(moments, Event.GIVES_UP, schedule.givesUp(), estimated, the.vendor());
        add(moments, Event.TOKEN_EXPIRES, schedule.tokenExpires(), estimated, the.vendor());
        add(moments, Event.CERTIFICATE_EXPIRES, schedule.notAfter(), false, the.vendor());
        the.records().forEach(wanted -> addCaches(moments, wanted, the));
        return moments.stream()
                .filter(moment -> moment.at().isAfter(now))
                .filter(moment -> !the.isMet() || moment.event() == Event.CERTIFICATE_EXPIRES)
                .distinct()
                .sorted(Comparator.comparing(Moment::at).thenComparing(Moment::event))
                .toList();
    }

    private static void add(List<Moment> moments, Event event, @Nullable Instant at, boolean estimated, String who) {
        if (at != null) {
            moments.add(new Moment(event, at, estimated, who));
        }
    }

    private static void addCaches(List<Moment> moments, Wanted wanted, Matter the) {
        for (Sighting sighting : Sighting.atResolvers(wanted, the.evidence())) {
            if (sighting.holds() != null) {
                moments.add(new Moment(
                        Event.NEGATIVE_CACHE_ENDS,
                        the.evidence().at().plus(sighting.holds()),
                        false,
                        sighting.server().described()));
            }
        }
    }
}
