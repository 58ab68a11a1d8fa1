package dev.ascertain.evidence.tls;

import dev.ascertain.evidence.Endpoint.Certificate;
import dev.ascertain.evidence.Names;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import javax.security.auth.x500.X500Principal;
import org.jspecify.annotations.Nullable;

/** From a chain that was shown to the values of evidence. Whatever stands in a certificate is hostile text. */
final class Reading {
    /** More than any authority signs into one certificate that fits into a handshake and is of use. */
    static final int MOST_NAMES = 1000;

    private static final int LONGEST_NAME = 255;
    private static final int LONGEST_DISTINGUISHED_NAME = 1024;
    private static final int LONGEST_WORD = 100;

    private final Trust trust;

    Reading(Trust trust) {
        this.trust = trust;
    }

    /**
     * @param chain at least the server's own
     * @param host for which it is served
     */
    Certificate of(List<X509Certificate> chain, String host, Instant now) {
        X509Certificate own = chain.getFirst();
        List<String> names = names(own);
        return new Certificate(
                distinguished(own.getSubjectX500Principal()),
                kept(names, host),
                distinguished(own.getIssuerX500Principal()),
                own.getNotBefore().toInstant(),
                own.getNotAfter().toInstant(),
                Printable.of(own.getSigAlgName(), LONGEST_WORD),
                Printable.of(own.getSerialNumber().toString(16), LONGEST_WORD),
                fingerprint(own),
                fault(chain, names, host, now));
    }

    /** All that a usual client would say, joined; null if it would say nothing. */
    private @Nullable String fault(List<X509Certificate> chain, List<String> names, String host, Instant now) {
        X509Certificate own = chain.getFirst();
        Instant from = own.getNotBefore().toInstant();
        Instant until = own.getNotAfter().toInstant();
        var faults = new ArrayList<String>();
        if (now.isBefore(from)) {
            faults.add("it is not valid before " + from);
        }
        if (now.isAfter(until)) {
            faults.add("it expired at " + until);
        }
        if (names.stream().noneMatch(name -> Names.covers(name, host))) {
            faults.add("it is not valid for " + host);
        }
        trustFault(chain, now, from, until).map("it "::concat).ifPresent(faults::add);
        return faults.isEmpty() ? null : String.join("; ", faults);
    }

    /** Judged within the time of the certificate itself, so that its end does not hide another fault. */
    private Optional<String> trustFault(List<X509Certificate> chain, Instant now, Instant from, Instant until) {
        Instant at = now.isBefore(from) ? from : now;
        return trust.fault(chain, at.isAfter(until) ? until : at);
    }

    /** DNS names and addresses; none if they cannot be read. */
    private static List<String> names(X509Certificate own) {
        try {
            Collection<List<?>> alternatives = own.getSubjectAlternativeNames();
            return alternatives == null
                    ? List.of()
                    : alternatives.stream()
                            .map(Reading::name)
                            .filter(Objects::nonNull)
                            .toList();
        } catch (CertificateParsingException unreadable) {
            return List.of();
        }
    }

    /** By the numbers of RFC 5280: 2 is a DNS name, 7 an address. */
    private static @Nullable String name(List<?> alternative) {
        boolean wanted = Integer.valueOf(2).equals(alternative.getFirst())
                || Integer.valueOf(7).equals(alternative.getFirst());
        return wanted && alternative.get(1) instanceof String name ? Printable.of(name, LONGEST_NAME) : null;
    }

    /** If there are too many, those that cover the host are among the ones kept. */
    private static List<String> kept(List<String> names, String host) {
        if (names.size() <= MOST_NAMES) {
            return names;
        }
        return names.stream()
                .sorted(Comparator.comparing(name -> !Names.covers(name, host)))
                .limit(MOST_NAMES)
                .toList();
    }

    private static String distinguished(X500Principal name) {
        return Printable.of(name.getName(X500Principal.RFC2253), LONGEST_DISTINGUISHED_NAME);
    }

    private static String fingerprint(X509Certificate certificate) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(certificate.getEncoded());
            return "sha256:" + HexFormat.of().formatHex(digest);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("it was decoded a moment ago", impossible);
        }
    }
}
