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
import java.security.cert.CertPathBuilderException;
import java.security.cert.CertPathValidatorException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateExpiredException;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLPeerUnverifiedException;
import org.apache.hc.client5.http.ConnectTimeoutException;
import org.apache.hc.core5.http.NoHttpResponseException;

/** Puts faults of the network into words that people understand. */
final class NetworkFaults implements Client {
    private static final String LATER = "Run this again later.";
    private static final String WAY =
            "Check the address of the account, and whether a firewall or a proxy is in the way.";
    private static final String CERTIFICATE =
            "Check the address of the account, and whether a proxy reads the traffic: then its certificate authority must be trusted here.";

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
                    .hint(WAY)
                    .build();
        } catch (IOException fault) {
            throw unavailable(fault, URI.create(request.url()).getAuthority());
        }
    }

    /** A cut body under a status that is a failure anyway is an outage. */
    private RuntimeException cut(int status) {
        String message = "The answer of %s was cut off.".formatted(vendor);
        return status < 400
                ? Fault.brokenAnswer(message)
                : ProviderException.of(
                                Kind.UNAVAILABLE,
                                "%s answered %d, and the answer was cut off.".formatted(vendor, status))
                        .hint("Run this again later.")
                        .build();
    }

    RuntimeException unavailable(IOException fault, String host) {
        return switch (fault) {
            case UnknownHostException _ ->
                told(
                        "The name %s was not found.".formatted(host),
                        "Check the network, the name servers and the address of the account.");
            case ConnectTimeoutException _ ->
                told("%s accepted no connection within %s.".formatted(host, shown(timeouts.connect())), WAY);
            case ConnectException _ -> told("%s refused the connection.".formatted(host), WAY);
            case SSLException handshake ->
                Fault.lasting(told(host + " " + certificate(handshake, host) + "; nothing was sent.", CERTIFICATE));
            case Deadline.Exceeded late
            when late.cutShort ->
                told("%s had not answered when the deadline came, %s later.".formatted(host, shown(late.limit)), LATER);
            case Deadline.Exceeded late ->
                told("%s did not finish its answer within %s.".formatted(host, shown(late.limit)), LATER);
            case SocketTimeoutException _ ->
                told("%s did not answer within %s.".formatted(host, shown(timeouts.response())), LATER);
            case NoHttpResponseException _ ->
                told("%s closed the connection without an answer.".formatted(host), LATER);
            default -> told("The connection to %s broke.".formatted(host), LATER);
        };
    }

    private static String certificate(SSLException handshake, String host) {
        List<Throwable> causes = Stream.iterate((Throwable) handshake, Objects::nonNull, Throwable::getCause)
                .limit(10)
                .toList();
        if (causes.stream().anyMatch(CertificateExpiredException.class::isInstance)) {
            return "presented a certificate that has expired";
        }
        if (causes.stream().anyMatch(CertPathBuilderException.class::isInstance)
                || causes.stream().anyMatch(CertPathValidatorException.class::isInstance)) {
            return "presented a certificate that is not trusted here";
        }
        if (causes.stream()
                .anyMatch(c -> c instanceof CertificateException || c instanceof SSLPeerUnverifiedException)) {
            return "presented a certificate that is not valid for " + host;
        }
        return "agreed to no secure connection (TLS)";
    }

    private static ProviderException told(String what, String hint) {
        return ProviderException.of(Kind.UNAVAILABLE, what).hint(hint).build();
    }

    private static String shown(Duration duration) {
        return duration.toMillis() < 1000 ? duration.toMillis() + " ms" : duration.toSeconds() + " s";
    }
}
