package dev.ascertain.sandbox.web;

import java.net.Socket;
import java.security.Principal;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import javax.net.ssl.ExtendedSSLSession;
import javax.net.ssl.SNIHostName;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.X509ExtendedKeyManager;
import org.jspecify.annotations.Nullable;

/** Shows the certificate of the name that is asked for (SNI). */
final class CertificateByName extends X509ExtendedKeyManager {
    private static final String[] NONE = {};

    private final Address address;
    private final CertificateAuthority authority;
    private final Map<String, X509Certificate[]> chains = new ConcurrentHashMap<>();

    CertificateByName(Address address, CertificateAuthority authority) {
        this.address = address;
        this.authority = authority;
    }

    /** The alias is the serial number, so that what is shown is what was chosen. */
    @Override
    public @Nullable String chooseServerAlias(String keyType, Principal @Nullable [] issuers, @Nullable Socket socket) {
        if (!keyType.equals("EC") || !(socket instanceof SSLSocket secured)) {
            return null;
        }
        var subject = address.certificate(host((ExtendedSSLSession) secured.getHandshakeSession()));
        if (subject == null) {
            return null;
        }
        var chain = authority.chain(subject);
        var alias = chain[0].getSerialNumber().toString();
        chains.put(alias, chain);
        return alias;
    }

    private static String host(ExtendedSSLSession session) {
        return session.getRequestedServerNames().stream()
                .filter(SNIHostName.class::isInstance)
                .map(name -> ((SNIHostName) name).getAsciiName().toLowerCase(Locale.ROOT))
                .findFirst()
                .orElse("");
    }

    @Override
    public X509Certificate @Nullable [] getCertificateChain(String alias) {
        return chains.get(alias);
    }

    @Override
    public PrivateKey getPrivateKey(String alias) {
        return authority.key();
    }

    @Override
    public @Nullable String chooseEngineServerAlias(
            String keyType, Principal @Nullable [] issuers, @Nullable SSLEngine engine) {
        return null;
    }

    @Override
    public String[] getServerAliases(String keyType, Principal @Nullable [] issuers) {
        return NONE;
    }

    @Override
    public String[] getClientAliases(String keyType, Principal @Nullable [] issuers) {
        return NONE;
    }

    @Override
    public @Nullable String chooseClientAlias(
            String[] keyTypes, Principal @Nullable [] issuers, @Nullable Socket socket) {
        return null;
    }
}
