package dev.ascertain.evidence.probe;

import dev.ascertain.evidence.Answers;
import dev.ascertain.evidence.Endpoint;
import dev.ascertain.evidence.Evidence;
import dev.ascertain.evidence.Inquiry;
import dev.ascertain.evidence.Question;
import dev.ascertain.evidence.Witness;
import dev.ascertain.evidence.dns.DnsProbe;
import dev.ascertain.evidence.reach.Reach;
import dev.ascertain.evidence.tls.TlsProbe;
import dev.ascertain.spi.RunContext;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Looks at the world with every probe there is. Nothing is loaded or opened before it is used; what the DNS answered is
 * kept, and not asked again in the run. Safe for many threads.
 */
public final class Probes implements Witness, AutoCloseable {
    private final ProbeSettings settings;
    private final RunContext context;
    private @Nullable DnsProbe dns;

    public Probes(ProbeSettings settings, RunContext context) {
        this.settings = settings;
        this.context = context;
    }

    @Override
    public Evidence look(List<Inquiry> inquiries) {
        DnsProbe names = dns();
        try (var visits = new Visits(settings, context, this::addresses)) {
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

    /** Asks one question at each server of its zone, and the resolvers if there is such a record. */
    public Answers ask(Question question) {
        return dns().ask(question);
    }

    /** The certificate that each address of a host serves, see {@link TlsProbe#look}. */
    public Endpoint endpoint(String name, int port) {
        return new TlsProbe(reach(settings), context, this::addresses).look(name, port);
    }

    static Reach reach(ProbeSettings settings) {
        return new Reach(settings.httpPort(), settings.tlsPort(), settings.privateAddresses(), settings.probe());
    }

    private List<InetAddress> addresses(String name) {
        return dns().of(name);
    }

    private synchronized DnsProbe dns() {
        DnsProbe made = dns;
        if (made == null) {
            made = new DnsProbe(settings.dns(), context, settings.total());
            dns = made;
        }
        return made;
    }

    @Override
    public synchronized void close() {
        if (dns != null) {
            dns.close();
        }
    }
}
