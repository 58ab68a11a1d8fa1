package dev.ascertain.providers.internet;

import dev.ascertain.evidence.Addresses;
import dev.ascertain.evidence.Evidence;
import dev.ascertain.evidence.Question;
import dev.ascertain.evidence.dns.DnsProbe;
import dev.ascertain.evidence.probe.ProbeSettings;
import dev.ascertain.spi.RunContext;
import java.net.InetAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Looks at the DNS, shared by all that is read within a few seconds: a thousand records of one zone ask for its
 * delegation once, and the next poll sees the world anew.
 */
final class DnsLooks implements Addresses, AutoCloseable {
    static final Duration FRESH = Duration.ofSeconds(5);

    private final ProbeSettings settings;
    private final RunContext context;
    private @Nullable Shared current;

    DnsLooks(ProbeSettings settings, RunContext context) {
        this.settings = settings;
        this.context = context;
    }

    /** One probe, and how many look through it just now. */
    private static final class Shared {
        private final DnsProbe probe;
        private final Instant since;
        private int users;

        Shared(DnsProbe probe, Instant since) {
            this.probe = probe;
            this.since = since;
        }
    }

    /** What was seen of these records, of their aliases and zones, and of whatever else was looked at with it. */
    Evidence of(Question question) {
        return with(probe -> {
            probe.ask(question);
            DnsProbe.Seen seen = probe.seen();
            return new Evidence(
                    context.clock().instant(), seen.limits(), seen.delegations(), seen.answers(), Map.of(), Map.of());
        });
    }

    @Override
    public List<InetAddress> of(String name) {
        return with(probe -> probe.of(name));
    }

    private <T> T with(Function<DnsProbe, T> look) {
        Shared shared = enter();
        try {
            return look.apply(shared.probe);
        } finally {
            leave(shared);
        }
    }

    private synchronized Shared enter() {
        Instant now = context.clock().instant();
        Shared shared = current;
        if (shared == null || shared.since.plus(FRESH).isBefore(now)) {
            close();
            shared = new Shared(new DnsProbe(settings.dns(), context, settings.total()), now);
            current = shared;
        }
        shared.users++;
        return shared;
    }

    private synchronized void leave(Shared shared) {
        shared.users--;
        if (shared.users == 0 && shared != current) {
            shared.probe.close();
        }
    }

    /** What is under way may finish. */
    @Override
    public synchronized void close() {
        Shared old = current;
        current = null;
        if (old != null && old.users == 0) {
            old.probe.close();
        }
    }
}
