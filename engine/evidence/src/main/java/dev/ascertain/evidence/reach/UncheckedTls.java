package dev.ascertain.evidence.reach;

import java.io.IOException;
import java.net.Socket;
import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.util.List;
import javax.net.ssl.SNIHostName;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509ExtendedTrustManager;

/**
 * TLS that accepts any certificate, to look at it. That is safe where no secret is sent and nothing that comes back is
 * believed for having come this way: an authority that follows a redirect to HTTPS does the same.
 *
 * <p>One of its own for each connection, so that no session is resumed: a resumed one shows no certificate.
 */
public final class UncheckedTls {
    private final Shown shown = new Shown();

    /**
     * Shakes hands over a connection. Closing that connection is enough.
     *
     * @param name what is sent as SNI
     * @return the secured connection
     * @throws IOException if no TLS comes about
     * @throws IllegalArgumentException if the name cannot be sent as SNI
     */
    public SSLSocket over(Socket connection, String name) throws IOException {
        var server = new SNIHostName(name);
        var tls = (SSLSocket)
                context().getSocketFactory().createSocket(connection, name, connection.getPort(), /* autoClose */ true);
        var parameters = tls.getSSLParameters();
        parameters.setServerNames(List.of(server));
        tls.setSSLParameters(parameters);
        tls.startHandshake();
        return tls;
    }

    /** The certificates shown, the server's own first; also after a handshake that failed later. Empty if none was. */
    public List<X509Certificate> chain() {
        return shown.chain;
    }

    private SSLContext context() {
        try {
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, new TrustManager[] {shown}, null);
            return context;
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("every JDK has TLS", impossible);
        }
    }

    /** Keeps what it is shown. */
    private static final class Shown extends X509ExtendedTrustManager {
        private volatile List<X509Certificate> chain = List.of();

        @Override
        public void checkServerTrusted(X509Certificate[] certificates, String type) {
            chain = List.of(certificates);
        }

        @Override
        public void checkServerTrusted(X509Certificate[] certificates, String type, Socket socket) {
            chain = List.of(certificates);
        }

        @Override
        public void checkServerTrusted(X509Certificate[] certificates, String type, SSLEngine engine) {
            chain = List.of(certificates);
        }

        @Override
        public void checkClientTrusted(X509Certificate[] certificates, String type) {}

        @Override
        public void checkClientTrusted(X509Certificate[] certificates, String type, Socket socket) {}

        @Override
        public void checkClientTrusted(X509Certificate[] certificates, String type, SSLEngine engine) {}

        @Override
        public X509Certificate[] getAcceptedIssuers() {
            return new X509Certificate[0];
        }
    }
}
