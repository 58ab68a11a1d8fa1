package dev.ascertain.providers.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import java.io.IOException;
import java.net.ConnectException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.security.cert.CertPathBuilderException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateExpiredException;
import java.time.Duration;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLPeerUnverifiedException;
import org.apache.hc.client5.http.ConnectTimeoutException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

final class NetworkFaultsTest {
    private final NetworkFaults faults = new NetworkFaults(
            (_, _) -> {
                throw new IOException();
            },
            "Acme",
            Timeouts.USUAL);

    @ParameterizedTest
    @MethodSource("rows")
    void arePutIntoWords(IOException fault, String words) {
        assertThat(faults.unavailable(fault, "a.example")).hasMessage(words);
    }

    static Stream<Arguments> rows() {
        return Stream.of(
                argumentSet("no such name", new UnknownHostException("x"), "The name a.example was not found."),
                argumentSet("no way", new ConnectTimeoutException("x"), "a.example accepted no connection within 5 s."),
                argumentSet("refused", new ConnectException("x"), "a.example refused the connection."),
                argumentSet("silent", new SocketTimeoutException("x"), "a.example did not answer within 30 s."),
                argumentSet(
                        "drips",
                        new Deadline.Exceeded(Duration.ofSeconds(60), false),
                        "a.example did not finish its answer within 60 s."),
                argumentSet(
                        "cut short",
                        new Deadline.Exceeded(Duration.ofMillis(2500), true),
                        "a.example had not answered when the deadline came, 2 s later."),
                argumentSet("reset", new SocketException("x"), "The connection to a.example broke."),
                argumentSet(
                        "not trusted",
                        handshake(new CertificateException(new CertPathBuilderException("x"))),
                        "a.example presented a certificate that is not trusted here; nothing was sent."),
                argumentSet(
                        "wrong name",
                        handshake(new CertificateException("No subject alternative DNS name matching x found.")),
                        "a.example presented a certificate that is not valid for a.example; nothing was sent."),
                argumentSet(
                        "wrong name, seen by the client",
                        new SSLPeerUnverifiedException("x"),
                        "a.example presented a certificate that is not valid for a.example; nothing was sent."),
                argumentSet(
                        "expired",
                        handshake(new CertificateException(new CertificateExpiredException())),
                        "a.example presented a certificate that has expired; nothing was sent."),
                argumentSet(
                        "no TLS",
                        new SSLException("x"),
                        "a.example agreed to no secure connection (TLS); nothing was sent."));
    }

    private static IOException handshake(CertificateException cause) {
        var handshake = new SSLHandshakeException("x");
        handshake.initCause(cause);
        return handshake;
    }
}
