package dev.ascertain.evidence.probe;

import dev.ascertain.evidence.dns.DnsProbe;
import dev.ascertain.spi.RunContext;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What the DNS answered, kept for all whom it is not too old: a thousand names of one zone ask for its delegation once,
 * and the next poll sees the world anew. Safe for many threads.
 */
final class Memory implements AutoCloseable {
    /** Those who begin so close together see the same. */
    static final Duration TOGETHER = Duration.ofSeconds(1);

    private final ProbeSettings settings;
    private final RunContext context;
    private @Nullable Kept current;

    Memory(ProbeSettings settings, RunContext context) {
        this.settings = settings;
        this.context = context;
    }

    /** One probe, and how many look through it just now. */
    private static final class Kept {
        private final DnsProbe probe;
        private final Instant begun;
        private int users;

        Kept(DnsProbe probe, Instant begun) {
            this.probe = probe;
            this.begun = begun;
        }
    }

    /**
     * Looks through what is kept, which grows by it.
     *
     * @param since when whoever looks began to: what was seen before that is not used
     */
    <T> T with(Instant since, Function<DnsProbe, T> look) {
        Kept kept = enter(since);
        try {
            return look.apply(kept.probe);
        } finally {
            leave(kept);
        }
    }

    private synchronized Kept enter(Instant since) {
        Kept kept = current;
        if (kept == null || kept.begun.plus(TOGETHER).isBefore(since)) {
            close();
            kept = new Kept(
                    new DnsProbe(settings.dns(), context, settings.total()),
                    context.clock().instant());
            current = kept;
        }
        kept.users++;
        return kept;
    }

    private synchronized void leave(Kept kept) {
        kept.users--;
        if (kept.users == 0 && kept != current) {
            kept.probe.close();
        }
    }

    /** What is under way may finish. */
    @Override
    public synchronized void close() {
        Kept old = current;
        current = null;
        if (old != null && old.users == 0) {
            old.probe.close();
        }
    }
}
