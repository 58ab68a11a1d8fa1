package dev.ascertain.sandbox;

import dev.ascertain.sandbox.Scenario.Fault;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Decides what goes wrong with which request. Safe for many threads. */
final class Faults {
    /**
     * What goes wrong with one request.
     *
     * @param spoilt how its answer is spoilt; null if it is not
     */
    record Disturbance(Duration latency, @Nullable Fault spoilt) {}

    private final List<Fault> faults;
    private final Instant start;
    private final AtomicIntegerArray seen;

    Faults(List<Fault> faults, Instant start) {
        this.faults = faults;
        this.start = start;
        this.seen = new AtomicIntegerArray(faults.size());
    }

    /** The longest latency and the first way to spoil the answer of all that apply. */
    Disturbance next(Call call) {
        var latency = Duration.ZERO;
        Fault spoilt = null;
        for (int i = 0; i < faults.size(); i++) {
            var fault = faults.get(i);
            if (concerns(fault, call) && stillHolds(fault, seen.incrementAndGet(i))) {
                latency = latency.compareTo(fault.latency()) < 0 ? fault.latency() : latency;
                spoilt = spoilt == null && fault.kind() != null ? fault : spoilt;
            }
        }
        return new Disturbance(latency, spoilt);
    }

    private boolean concerns(Fault fault, Call call) {
        var glob = Pattern.quote(fault.path()).replace("*", "\\E.*\\Q");
        return (fault.method() == null || fault.method().equals(call.method()))
                && (fault.until() == null || call.at().isBefore(start.plus(fault.until())))
                && call.target().matches(glob);
    }

    private static boolean stillHolds(Fault fault, int nth) {
        return fault.first() == 0 || nth <= fault.first();
    }
}
