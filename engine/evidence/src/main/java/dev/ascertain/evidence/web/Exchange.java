package dev.ascertain.evidence.web;

import dev.ascertain.evidence.Visit.Hop;
import dev.ascertain.evidence.Visit.Outcome;
import dev.ascertain.evidence.reach.Deadline;
import dev.ascertain.evidence.reach.Reach;
import dev.ascertain.evidence.reach.TimedSocket;
import dev.ascertain.evidence.reach.UncheckedTls;
import dev.ascertain.spi.RunContext;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.MalformedChunkCodingException;
import org.apache.hc.core5.http.MessageConstraintException;

/** One request to one address. */
final class Exchange {
    private final Reach reach;
    private final RunContext context;

    Exchange(Reach reach, RunContext context) {
        this.reach = reach;
        this.context = context;
    }

    Deadline deadline() {
        return Deadline.in(reach.within());
    }

    boolean isUsual(Link link) {
        return link.hasUsualPort(reach);
    }

    /** Asks only a permitted address, and only while the run goes on. Never throws. */
    Hop ask(Link link, InetAddress address, Deadline deadline) {
        if (!reach.permits(address)) {
            return Hop.failed(link.url(), Outcome.FORBIDDEN_ADDRESS);
        }
        if (context.pause().isStopped()) {
            return Hop.failed(link.url(), Outcome.NOT_ASKED);
        }
        try (TimedSocket connection = TimedSocket.to(address, reach.port(link.port()), deadline)) {
            return answer(link, connection);
        } catch (IOException nobody) {
            return Hop.failed(link.url(), Outcome.NO_CONNECTION);
        }
    }

    private Hop answer(Link link, TimedSocket connection) {
        Socket line;
        try {
            line = link.isSecure() ? new UncheckedTls().over(connection, link.host()) : connection;
        } catch (SocketTimeoutException late) {
            return Hop.failed(link.url(), Outcome.SILENT);
        } catch (IOException | IllegalArgumentException unsecured) {
            return Hop.failed(link.url(), Outcome.NO_CONNECTION);
        }
        try {
            line.getOutputStream().write(request(link).getBytes(StandardCharsets.US_ASCII));
            return Response.read(line).hop(link.url());
        } catch (HttpException | MessageConstraintException | MalformedChunkCodingException nonsense) {
            return Hop.failed(link.url(), Outcome.MALFORMED);
        } catch (IOException cut) {
            return Hop.failed(link.url(), Outcome.SILENT);
        }
    }

    /** All of it is printable ASCII: a link lets nothing else through. */
    private String request(Link link) {
        return "GET " + link.target() + " HTTP/1.1\r\n"
                + "Host: " + link.authority() + "\r\n"
                + "User-Agent: " + context.userAgent() + "\r\n"
                + "Accept: */*\r\n"
                + "Connection: close\r\n\r\n";
    }
}
