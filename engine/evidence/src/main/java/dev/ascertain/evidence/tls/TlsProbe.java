package dev.ascertain.evidence.tls;

import dev.ascertain.evidence.AddressText;
import dev.ascertain.evidence.Addresses;
import dev.ascertain.evidence.Endpoint;
import dev.ascertain.evidence.Endpoint.Certificate;
import dev.ascertain.evidence.Endpoint.Handshake;
import dev.ascertain.evidence.Endpoint.Outcome;
import dev.ascertain.evidence.Names;
import dev.ascertain.evidence.reach.Deadline;
import dev.ascertain.evidence.reach.Reach;
import dev.ascertain.evidence.reach.Round;
import dev.ascertain.evidence.reach.TimedSocket;
import dev.ascertain.evidence.reach.UncheckedTls;
import dev.ascertain.spi.RunContext;
import dev.ascertain.spi.TimeLimit;
import java.io.IOException;
import java.net.InetAddress;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Looks at the certificate that each address of a host serves for its name. Any certificate is accepted for that:
 * nothing is sent but the handshake, and nothing is believed; what a usual client would say of it is told.
 *
 * <p>Safe for use by many threads at once.
 */
public final class TlsProbe {
    private final Reach reach;
    private final RunContext context;
    private final Addresses addresses;
    private final Reading reading;

    /** @param context lends the clock, and says when the run stops */
    public TlsProbe(Reach reach, RunContext context, Addresses addresses) {
        this(reach, context, addresses, Trust.ofThisMachine());
    }

    TlsProbe(Reach reach, RunContext context, Addresses addresses, Trust trust) {
        this.reach = reach;
        this.context = context;
        this.addresses = addresses;
        this.reading = new Reading(trust);
    }

    /**
     * Takes the time of one look, since all addresses are asked at once. Never throws. An interrupt ends it, and stays
     * set; what was not asked by then is {@link Outcome#NOT_ASKED}.
     *
     * @param name a host name, no wildcard
     * @param port 1 to 65535; 443 means what the settings put in its place
     * @return without a handshake if the host has no address
     */
    public Endpoint look(String name, int port) {
        String host = Names.canonical(name);
        List<InetAddress> found = Round.ordered(addresses.of(host));
        Duration within = TimeLimit.within(reach.within(), context.clock());
        var handshakes = Round.at(
                found,
                address -> handshake(host, port, address, within),
                address -> handshake(address, Outcome.NOT_ASKED, null));
        return new Endpoint(host, port, handshakes);
    }

    private Handshake handshake(String host, int port, InetAddress address, Duration within) {
        if (!reach.permits(address)) {
            return handshake(address, Outcome.FORBIDDEN_ADDRESS, null);
        }
        if (within.isZero() || context.pause().isStopped()) {
            return handshake(address, Outcome.NOT_ASKED, null);
        }
        Deadline deadline = Deadline.in(within);
        var tls = new UncheckedTls();
        try (TimedSocket connection = TimedSocket.to(address, reach.port(port), deadline)) {
            Outcome failure = shake(tls, connection, host);
            return tls.chain().isEmpty()
                    ? handshake(address, failure, null)
                    : handshake(
                            address,
                            Outcome.SERVED,
                            reading.of(tls.chain(), host, context.clock().instant()));
        } catch (IOException nobody) {
            return handshake(address, Outcome.NO_CONNECTION, null);
        }
    }

    /** What became of it if no certificate was shown. */
    private static Outcome shake(UncheckedTls tls, TimedSocket connection, String host) {
        try {
            tls.over(connection, host);
            return Outcome.NO_TLS;
        } catch (SocketTimeoutException late) {
            return Outcome.SILENT;
        } catch (IOException | IllegalArgumentException refused) {
            return Outcome.NO_TLS;
        }
    }

    private static Handshake handshake(InetAddress address, Outcome outcome, @Nullable Certificate certificate) {
        return new Handshake(AddressText.of(address), outcome, certificate);
    }
}
