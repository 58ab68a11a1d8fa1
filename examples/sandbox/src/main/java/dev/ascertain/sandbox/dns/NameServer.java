package dev.ascertain.sandbox.dns;

import dev.ascertain.sandbox.moment.Chronicle;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import org.xbill.DNS.Message;
import org.xbill.DNS.Rcode;

/** Answers from the zones that are served at an address. */
final class NameServer implements Role {
    private final String address;
    private final Hosting hosting;
    private final Chronicle chronicle;
    private final Duration latency;

    /** @param latency of servers that say none of their own */
    NameServer(String address, Hosting hosting, Chronicle chronicle, Duration latency) {
        this.address = address;
        this.hosting = hosting;
        this.chronicle = chronicle;
        this.latency = latency;
    }

    /** A question counts once it is answered: what comes after three of them is not yet in the third answer. */
    @Override
    public Treatment treat(Message query, Instant now) {
        var name = query.getQuestion().getName();
        int type = query.getQuestion().getType();
        var seat = hosting.at(address, name, type);
        if (seat == null) {
            return new Treatment(Replies.to(query, Rcode.REFUSED), null, latency);
        }
        var reply = Authority.answer(query, seat.at(now));
        chronicle.asked(Landscape.lowerCase(name), now);
        var server = seat.server();
        return new Treatment(reply, server.flaw().at(type), Objects.requireNonNullElse(server.latency(), latency));
    }
}
