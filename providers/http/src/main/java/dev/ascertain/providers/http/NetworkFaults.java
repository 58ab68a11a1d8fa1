package dev.ascertain.providers.http;

import dev.ascertain.spi.ProviderException;
import dev.ascertain.spi.ProviderException.Kind;
import feign.Client;
import feign.Request;
import feign.Response;
import java.io.IOException;
import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLPeerUnverifiedException;
import org.apache.hc.client5.http.ConnectTimeoutException;
import org.apache.hc.core5.http.NoHttpResponseException;

/** Puts faults of the network into words that people understand. */
final class NetworkFaults implements Client {
    private final Client next;
    private final String vendor;
    private final Timeouts timeouts;

    NetworkFaults(Client next, String vendor, Timeouts timeouts) {
        this.next = next;
        this.vendor = vendor;
        this.timeouts = timeouts;
    }

    @Override
    public Response execute(Request request, Request.Options options) {
        try {
            return next.execute(request, options);
        } catch (BoundedBody.CutBody cut) {
            throw cut(cut.status);
        } catch (BoundedBody.TooLong endless) {
            throw ProviderException.of(
                            Kind.MALFORMED_RESPONSE,
                            vendor + " answered with more than 8 MiB, and the rest was not read.")
                    .hint("Check the address of the account, and whether a proxy stands in between.")
                    .build();
        } catch (IOException fault) {
            throw unavailable(fault, URI.create(request.url()).getAuthority());
        }
    }

    /** A cut body under a status that is a failure anyway is an outage. */
    private RuntimeException cut(int status) {
        String message = "The answer of %s was cut off.".formatted(vendor);
        return status < 400
                ? BrokenAnswer.of(message)
                : ProviderException.of(
                                Kind.UNAVAILABLE,
                                "%s answered %d, and the answer was cut off.".formatted(vendor, status))
                        .hint("Run this again later.")
                        .build();
    }

    private ProviderException unavailable(IOException fault, String host) {
        return switch (fault) {
            case UnknownHostException _ ->
                told(
                        "The name %s was not found.".formatted(host),
                        "Check the network, the name servers and the address of the account.");
            case ConnectTimeoutException _ ->
                told(
                        "%s accepted no connection within %s.".formatted(host, shown(timeouts.connect())),
                        "Check the network, and whether a firewall or a proxy is in the way.");
            case ConnectException _ ->
                told(
                        "%s refused the connection.".formatted(host),
                        "Check the address of the account, and whether a firewall or a proxy is in the way.");
            case SSLPeerUnverifiedException _ ->
                told(
                        "%s presented a certificate that is not valid for this name; nothing was sent.".formatted(host),
                        CERTIFICATE);
            case SSLException _ ->
                told(
                        "%s presented a certificate that is not trusted here, or speaks no TLS; nothing was sent."
                                .formatted(host),
                        CERTIFICATE);
            case Deadline.Exceeded _ ->
                told("%s did not finish its answer within %s.".formatted(host, shown(timeouts.call())), LATER);
            case SocketTimeoutException _ ->
                told("%s did not answer within %s.".formatted(host, shown(timeouts.response())), LATER);
            case NoHttpResponseException _ ->
                told("%s closed the connection without an answer.".formatted(host), LATER);
            default -> told("The connection to %s broke.".formatted(host), LATER);
        };
    }

    private static final String LATER = "Run this again later.";
    private static final String CERTIFICATE =
            "Check the address of the account, and whether a proxy reads the traffic: its certificate authority would have to be trusted here.";

    private static ProviderException told(String what, String hint) {
        return ProviderException.of(Kind.UNAVAILABLE, what).hint(hint).build();
    }

    private static String shown(Duration duration) {
        return duration.toMillis() < 1000 ? duration.toMillis() + " ms" : duration.toSeconds() + " s";
    }
}
