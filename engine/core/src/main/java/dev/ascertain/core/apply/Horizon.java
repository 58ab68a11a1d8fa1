package dev.ascertain.core.apply;

import dev.ascertain.core.judge.Vantage;
import dev.ascertain.core.observe.Bound;
import dev.ascertain.core.observe.Look;
import dev.ascertain.core.observe.Lookout;
import dev.ascertain.evidence.Evidence;
import dev.ascertain.evidence.Inquiry;
import dev.ascertain.spi.Observation;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * What the run of one target has seen of the world, and when that is out of date: not with every poll, but before a check
 * is asked for, when a wait is over, and where there is something that was not looked at yet. For one thread.
 */
final class Horizon {
    /** However short a wait is said to be. */
    static final Duration LEAST_APART = Duration.ofSeconds(10);

    /** Where a wait is not said to have an end. */
    static final Duration USUALLY_APART = Duration.ofMinutes(1);

    private final Lookout lookout;
    private final Bound bound;
    private Vantage vantage = Vantage.of(Evidence.NONE);
    private Set<Inquiry> seen = Set.of();
    private @Nullable Instant looked;

    Horizon(Lookout lookout, Bound bound) {
        this.lookout = lookout;
        this.bound = bound;
    }

    /** Whether the world is looked at in this run. */
    boolean isOpen() {
        return lookout.isOpen();
    }

    /** What was seen last. */
    Vantage vantage() {
        return vantage;
    }

    /** Whether there is something that was not looked at yet, and was not looked for a moment ago either. */
    boolean isBehind(Look.Seen look, Predicate<String> pursued, Instant now) {
        return lookout.isOpen()
                && (looked == null || !looked.plus(LEAST_APART).isAfter(now))
                && !seen.containsAll(lookout.inquiries(narrowed(look, pursued), now));
    }

    /**
     * Looks at the world for what is pursued.
     *
     * @param since when the provider was asked: what was seen before that is out of date
     */
    void look(Look.Seen look, Predicate<String> pursued, Instant since, Instant now) {
        Map<Bound, Look> looks = narrowed(look, pursued);
        seen = Set.copyOf(lookout.inquiries(looks, now));
        looked = now;
        vantage = Vantage.of(lookout.look(looks, since, now));
    }

    /**
     * When to look again for something that waits.
     *
     * @param wished when the last judgement says so; null if it does not
     */
    Instant due(@Nullable Instant wished, Instant now) {
        Instant last = looked == null ? now : looked;
        Instant earliest = isOpen() ? last.plus(LEAST_APART) : last;
        Instant due = wished == null ? last.plus(USUALLY_APART) : wished;
        return due.isBefore(earliest) ? earliest : due;
    }

    /**
     * @param pursued holds for the labels of what is to be looked at
     */
    private Map<Bound, Look> narrowed(Look.Seen look, Predicate<String> pursued) {
        Observation all = look.observation();
        var wanted = all.verifications().stream()
                .filter(live -> pursued.test(live.label()))
                .toList();
        return Map.of(bound, new Look.Seen(new Observation(all.at(), wanted, all.obstacles(), all.notices())));
    }
}
