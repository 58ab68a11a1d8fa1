package dev.ascertain.sandbox.dns;

import dev.ascertain.sandbox.dns.Landscape.Security;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.xbill.DNS.ExtendedErrorCodeOption;
import org.xbill.DNS.NSRecord;
import org.xbill.DNS.Name;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.Record;
import org.xbill.DNS.SOARecord;

/**
 * From the root down the delegations to the zone of a name, without the network, passing over servers that do not answer.
 *
 * @param first which of a zone's servers is preferred: 0 is the first one
 */
record Walk(Hosting hosting, int first) {
    private static final int DEEPEST = 16;

    /** What the zone of this name says of it, its CNAMEs followed as far as they stay there. */
    Resolution look(Name name, int type, Instant now) {
        var servers = hosting.rootServers();
        var cut = Name.root;
        var security = Security.SIGNED;
        for (int depth = 0; depth < DEEPEST; depth++) {
            var seat = reachable(servers, name, type, cut);
            if (seat == null) {
                return Resolution.failed(ExtendedErrorCodeOption.NO_REACHABLE_AUTHORITY, "at delegation " + cut);
            }
            security = under(security, seat);
            switch (seat.at(now).find(name, type)) {
                case ZoneData.Found.Records(var records) -> {
                    return new Resolution(Rcode.NOERROR, records, null, security, null);
                }
                case ZoneData.Found.Nothing(boolean nameExists, var chain, var soa) -> {
                    int rcode = nameExists ? Rcode.NOERROR : Rcode.NXDOMAIN;
                    return new Resolution(rcode, chain, Authority.negative((SOARecord) soa), security, null);
                }
                case ZoneData.Found.Referral(var nameServers, var _) -> {
                    cut = nameServers.getFirst().getName();
                    servers = targets(nameServers);
                }
            }
        }
        return Resolution.failed(ExtendedErrorCodeOption.OTHER, "too many delegations");
    }

    /** The root and the registries here are unsigned, and yet what is below may be signed. */
    private static Security under(Security above, Hosting.Seat seat) {
        if (above == Security.BOGUS || seat.zone().name().labels() <= 2) {
            return above;
        }
        return seat.zone().security();
    }

    private Hosting.@Nullable Seat reachable(List<Name> servers, Name name, int type, Name cut) {
        List<Name> order = new ArrayList<>(servers);
        Collections.rotate(order, -first);
        for (Name server : order) {
            var seat = hosting.of(server, name, type);
            if (seat != null
                    && seat.zone().name().subdomain(cut)
                    && seat.server().flaw().at(type) == null) {
                return seat;
            }
        }
        return null;
    }

    private static List<Name> targets(List<Record> nameServers) {
        return nameServers.stream()
                .map(record -> ((NSRecord) record).getTarget())
                .sorted()
                .toList();
    }
}
