package dev.ascertain.evidence.tls;

import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertPathValidatorException;
import java.security.cert.CertPathValidatorException.BasicReason;
import java.security.cert.CertPathValidatorException.Reason;
import java.security.cert.CertificateException;
import java.security.cert.PKIXBuilderParameters;
import java.security.cert.TrustAnchor;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Arrays;
import java.util.Date;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.net.ssl.CertPathTrustManagerParameters;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;
import org.jspecify.annotations.Nullable;

/** The certificate authorities that a usual client believes. */
final class Trust {
    private static final String ALGORITHM = "PKIX";

    private final Supplier<Set<TrustAnchor>> anchors;

    private Trust(Supplier<Set<TrustAnchor>> anchors) {
        this.anchors = anchors;
    }

    static Trust of(X509Certificate... authorities) {
        Set<TrustAnchor> anchors = anchors(authorities);
        return new Trust(() -> anchors);
    }

    /** Those of this Java, or of {@code javax.net.ssl.trustStore}. Read when they are first needed. */
    static Trust ofThisMachine() {
        return new Trust(() -> ThisMachine.ANCHORS);
    }

    /** On its own, so that it is read late and once. */
    private static final class ThisMachine {
        static final Set<TrustAnchor> ANCHORS = read();

        private static Set<TrustAnchor> read() {
            try {
                TrustManagerFactory factory = TrustManagerFactory.getInstance(ALGORITHM);
                factory.init((KeyStore) null);
                return anchors(manager(factory).getAcceptedIssuers());
            } catch (GeneralSecurityException unreadable) {
                return Set.of();
            }
        }
    }

    /**
     * Why the chain is not believed, as the end of a sentence that begins with {@code it}; empty if it is.
     *
     * @param chain the server's own first
     * @param at when it is judged
     */
    Optional<String> fault(List<X509Certificate> chain, Instant at) {
        if (anchors.get().isEmpty()) {
            return Optional.of("cannot be judged: no certificate authority is known here");
        }
        try {
            manager(at).checkServerTrusted(chain.toArray(X509Certificate[]::new), "UNKNOWN");
            return Optional.empty();
        } catch (CertificateException refused) {
            return Optional.of(words(reason(refused), chain.getFirst()));
        } catch (GeneralSecurityException | IllegalArgumentException odd) {
            return Optional.of("cannot be judged");
        }
    }

    private X509TrustManager manager(Instant at) throws GeneralSecurityException {
        var parameters = new PKIXBuilderParameters(anchors.get(), null);
        parameters.setRevocationEnabled(false);
        parameters.setDate(Date.from(at));
        TrustManagerFactory factory = TrustManagerFactory.getInstance(ALGORITHM);
        factory.init(new CertPathTrustManagerParameters(parameters));
        return manager(factory);
    }

    private static X509TrustManager manager(TrustManagerFactory factory) {
        return Arrays.stream(factory.getTrustManagers())
                .filter(X509TrustManager.class::isInstance)
                .map(X509TrustManager.class::cast)
                .findFirst()
                .orElseThrow();
    }

    private static Set<TrustAnchor> anchors(X509Certificate... authorities) {
        return Arrays.stream(authorities)
                .map(authority -> new TrustAnchor(authority, null))
                .collect(Collectors.toUnmodifiableSet());
    }

    private static @Nullable Reason reason(CertificateException refused) {
        return Stream.iterate((Throwable) refused, Objects::nonNull, Throwable::getCause)
                .limit(10)
                .filter(CertPathValidatorException.class::isInstance)
                .map(cause -> ((CertPathValidatorException) cause).getReason())
                .findFirst()
                .orElse(null);
    }

    private static String words(@Nullable Reason reason, X509Certificate own) {
        if (reason == BasicReason.EXPIRED || reason == BasicReason.NOT_YET_VALID) {
            return "comes with a certificate of an authority that is not valid at this time";
        }
        if (reason == BasicReason.ALGORITHM_CONSTRAINED) {
            return "is made with a key or an algorithm that is too weak";
        }
        return own.getSubjectX500Principal().equals(own.getIssuerX500Principal())
                ? "is self-signed"
                : "leads to no certificate authority that is known here: it is a private one, or an intermediate"
                        + " certificate is not served along with it";
    }
}
