package dev.ascertain.evidence;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is served to whoever asks for a name over TLS.
 *
 * @param name what is sent as SNI
 * @param port 1 to 65535
 * @param handshakes one for each address, IPv6 first
 */
public record Endpoint(String name, int port, List<Handshake> handshakes) {
    /** What became of one attempt. */
    public enum Outcome {
        /** A certificate was shown. */
        SERVED,
        NO_CONNECTION,
        SILENT,
        /** It is no TLS, or the handshake was refused. */
        NO_TLS,
        FORBIDDEN_ADDRESS,
        NOT_ASKED
    }

    /** @param certificate null unless it is served */
    public record Handshake(
            String address, Outcome outcome, @Nullable Certificate certificate) {
        public boolean isIpv6() {
            return AddressText.isIpv6(address);
        }
    }

    /**
     * The certificate that stands first; nobody has checked it.
     *
     * @param subject its distinguished name
     * @param names the DNS names and addresses of its subject alternative name
     * @param issuer its issuer's distinguished name
     * @param signature such as {@code SHA256withECDSA}
     * @param serial in hexadecimal
     * @param fingerprint {@code sha256:} and 64 hexadecimal digits
     * @param fault why a client would refuse it, such as a chain that leads to no known root; null if none would
     */
    public record Certificate(
            String subject,
            List<String> names,
            String issuer,
            Instant notBefore,
            Instant notAfter,
            String signature,
            String serial,
            String fingerprint,
            @Nullable String fault) {
        public Certificate {
            names = List.copyOf(names);
        }
    }

    public Endpoint {
        handshakes = List.copyOf(handshakes);
    }
}
