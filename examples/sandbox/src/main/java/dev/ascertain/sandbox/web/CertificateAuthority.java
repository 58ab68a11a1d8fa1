package dev.ascertain.sandbox.web;

import dev.ascertain.sandbox.socket.Loopback;
import dev.ascertain.sandbox.web.Sites.Subject;
import java.io.ByteArrayInputStream;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import javax.security.auth.x500.X500Principal;

/** Issues whatever a scenario wants, by keys that are made at the start and kept nowhere. Safe for many threads. */
final class CertificateAuthority {
    private static final byte[] ECDSA_WITH_SHA256 = Der.sequence(Der.objectIdentifier("1.2.840.10045.4.3.2"));
    private static final byte[] ALTERNATIVE_NAME = Der.objectIdentifier("2.5.29.17");
    private static final byte[] BASIC_CONSTRAINTS = Der.objectIdentifier("2.5.29.19");
    private static final Duration ISSUER_AGE = Duration.ofDays(3650);

    /** From when to when, and between whom. */
    private record Terms(String issuer, String subject, Instant notBefore, Instant notAfter) {}

    private final Instant start;
    private final KeyPair issuers = keys();
    private final KeyPair subjects = keys();
    private final Map<Subject, X509Certificate[]> issued = new ConcurrentHashMap<>();

    /** @param start what the times of certificates are counted from */
    CertificateAuthority(Instant start) {
        this.start = start;
    }

    /** The key of every certificate. */
    PrivateKey key() {
        return subjects.getPrivate();
    }

    /** The certificate, and its issuer's. */
    X509Certificate[] chain(Subject subject) {
        return issued.computeIfAbsent(subject, this::issue);
    }

    private X509Certificate[] issue(Subject subject) {
        var leaf = new Terms(
                subject.issuer(), subject.name(), start.plus(subject.notBefore()), start.plus(subject.notAfter()));
        var issuer = new Terms(subject.issuer(), subject.issuer(), start.minus(ISSUER_AGE), start.plus(ISSUER_AGE));
        var names = extension(ALTERNATIVE_NAME, Der.sequence(names(subject)));
        var isIssuer = extension(BASIC_CONSTRAINTS, Der.sequence(Der.yes()));
        return new X509Certificate[] {
            certificate(leaf, subjects.getPublic(), names), certificate(issuer, issuers.getPublic(), isIssuer)
        };
    }

    private static byte[][] names(Subject subject) {
        return subject.names().stream().map(CertificateAuthority::name).toArray(byte[][]::new);
    }

    private static byte[] name(String name) {
        return name.matches("[0-9.]+|[0-9a-f]*:[0-9a-f:]+")
                ? Der.tagged(0x87, Loopback.of(name).getAddress())
                : Der.tagged(0x82, name.getBytes(StandardCharsets.ISO_8859_1));
    }

    private static byte[] extension(byte[] identifier, byte[] value) {
        return Der.sequence(identifier, Der.octets(value));
    }

    private X509Certificate certificate(Terms terms, PublicKey key, byte[] extension) {
        var serial = UUID.nameUUIDFromBytes(terms.toString().getBytes(StandardCharsets.UTF_8));
        var content = Der.sequence(
                Der.context(0, Der.integer(BigInteger.TWO)),
                Der.integer(BigInteger.valueOf(serial.getMostSignificantBits()).abs()),
                ECDSA_WITH_SHA256,
                new X500Principal(terms.issuer()).getEncoded(),
                Der.sequence(Der.time(terms.notBefore()), Der.time(terms.notAfter())),
                new X500Principal(terms.subject()).getEncoded(),
                key.getEncoded(),
                Der.context(3, Der.sequence(extension)));
        try {
            var signature = Signature.getInstance("SHA256withECDSA");
            signature.initSign(issuers.getPrivate());
            signature.update(content);
            var whole = Der.sequence(content, ECDSA_WITH_SHA256, Der.bits(signature.sign()));
            return (X509Certificate)
                    CertificateFactory.getInstance("X.509").generateCertificate(new ByteArrayInputStream(whole));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static KeyPair keys() {
        try {
            var generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
