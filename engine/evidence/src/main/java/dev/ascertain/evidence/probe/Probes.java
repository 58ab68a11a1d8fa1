package dev.ascertain.evidence.probe;

import dev.ascertain.evidence.Evidence;
import dev.ascertain.evidence.Inquiry;
import dev.ascertain.evidence.Witness;
import dev.ascertain.evidence.dns.DnsProbe;
import dev.ascertain.spi.RunContext;
import java.util.List;
import java.util.Map;

/** Looks at the world with every probe there is. Nothing is loaded or opened before it is used. */
public final class Probes implements Witness {
    private final ProbeSettings settings;
    private final RunContext context;

    public Probes(ProbeSettings settings, RunContext context) {
        this.settings = settings;
        this.context = context;
    }

    @Override
    public Evidence look(List<Inquiry> inquiries) {
        try (var dns = new DnsProbe(settings.dns(), context, settings.total())) {
            dns.look(inquiries);
            DnsProbe.Seen seen = dns.seen();
            return new Evidence(
                    context.clock().instant(), seen.limits(), seen.delegations(), seen.answers(), Map.of(), Map.of());
        }
    }
}
