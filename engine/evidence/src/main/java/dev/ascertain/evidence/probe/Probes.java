package dev.ascertain.evidence.probe;

import dev.ascertain.evidence.Endpoint;
import dev.ascertain.evidence.Evidence;
import dev.ascertain.evidence.Inquiry;
import dev.ascertain.evidence.Question;
import dev.ascertain.evidence.Witness;
import dev.ascertain.evidence.dns.DnsProbe;
import dev.ascertain.evidence.reach.Reach;
import dev.ascertain.evidence.tls.TlsProbe;
import dev.ascertain.spi.RunContext;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Looks at the world with every probe there is. Nothing is loaded or opened before it is used. What the DNS answered is
 * kept: of those who look with these probes, whatever for, nobody asks it again unless it is out of date for them. Safe
 * for many threads.
 */
public final class Probes implements Witness, AutoCloseable {
    private final ProbeSettings settings;
    private final RunContext context;
    private final Memory memory;

    private Probes(ProbeSettings settings, RunContext context) {
        this.settings = settings;
        this.context = context;
        this.memory = new Memory(settings, context);
    }

    /** Those of the run: all that look in the same way share them, and the run closes them. */
    public static Probes of(ProbeSettings settings, RunContext context) {
        return context.shared().get(Probes.class, settings, () -> new Probes(settings, context));
    }

    @Override
    public Evidence look(List<Inquiry> inquiries, Instant since) {
        return memory.with(since, names -> look(inquiries, names));
    }

    private Evidence look(List<Inquiry> inquiries, DnsProbe names) {
        try (var visits = new Visits(settings, context, names)) {
            names.begin(); // before the visits, which look up their hosts
            visits.begin(inquiries);
            names.look(inquiries);
            visits.finish();
            DnsProbe.Seen seen = names.seen();
            var limits = new ArrayList<>(seen.limits());
            limits.addAll(visits.limits());
            return new Evidence(
                    context.clock().instant(),
                    limits,
                    seen.delegations(),
                    seen.answers(),
                    visits.pages(),
                    visits.endpoints());
        }
    }

    /**
     * Asks one question at each server of its zone, and the resolvers if there is such a record.
     *
     * @param since what was seen before that is out of date
     * @return what was seen of this, of its aliases and zones, and of whatever else was looked at beside it
     */
    public Evidence ask(Question question, Instant since) {
        return memory.with(since, names -> {
            names.ask(question);
            DnsProbe.Seen seen = names.seen();
            return new Evidence(
                    context.clock().instant(), seen.limits(), seen.delegations(), seen.answers(), Map.of(), Map.of());
        });
    }

    /**
     * The certificate that each address of a host serves, see {@link TlsProbe#look}.
     *
     * @param since what was seen before that is out of date
     */
    public Endpoint endpoint(String name, int port, Instant since) {
        return memory.with(since, names -> {
            names.begin();
            return new TlsProbe(reach(settings), context, names).look(name, port);
        });
    }

    static Reach reach(ProbeSettings settings) {
        return new Reach(settings.httpPort(), settings.tlsPort(), settings.privateAddresses(), settings.probe());
    }

    @Override
    public void close() {
        memory.close();
    }
}
