package dev.ascertain.evidence.reach;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/** Keys with certificates, made by the JDK's own tool, good for 2026 unless told otherwise. */
public final class Keys {
    private static final String PASSWORD = "only-for-tests";

    private final Path folder;

    public Keys(Path folder) {
        this.folder = folder;
    }

    /** A key and its certificate, self-signed unless told otherwise. */
    public record Key(KeyStore store, String alias) {
        public X509Certificate certificate() throws GeneralSecurityException {
            return (X509Certificate) store.getCertificate(alias);
        }

        /** Listens on loopback, and serves this certificate. */
        public ServerSocket serverSocket() throws GeneralSecurityException, IOException {
            var managers = KeyManagerFactory.getInstance("PKIX");
            managers.init(store, PASSWORD.toCharArray());
            var context = SSLContext.getInstance("TLS");
            context.init(managers.getKeyManagers(), null, null);
            return context.getServerSocketFactory().createServerSocket(0, 50, InetAddress.ofLiteral("127.0.0.1"));
        }
    }

    /**
     * @param name of the store, which holds this key only
     * @param more options of {@code keytool -genkeypair}
     */
    public Key make(String name, String... more) throws IOException, InterruptedException, GeneralSecurityException {
        Path store = folder.resolve(name + ".p12");
        var options = new ArrayList<>(List.of("-genkeypair", "-alias", name));
        options.addAll(List.of("-startdate", "2026/01/01 00:00:00", "-validity", "365"));
        if (!List.of(more).contains("-keyalg")) {
            options.addAll(List.of("-keyalg", "EC"));
        }
        options.addAll(List.of(more));
        keytool(store, options);
        return read(store, name);
    }

    /** One that is signed by another key; what is served is the whole chain. */
    public Key make(String name, Key authority, String... more)
            throws IOException, InterruptedException, GeneralSecurityException {
        Path store = folder.resolve(name + ".p12");
        Files.copy(folder.resolve(authority.alias() + ".p12"), store);
        var options = new ArrayList<>(List.of("-genkeypair", "-alias", name));
        options.addAll(List.of("-signer", authority.alias(), "-startdate", "2026/01/01 00:00:00", "-validity", "365"));
        if (!List.of(more).contains("-keyalg")) {
            options.addAll(List.of("-keyalg", "EC"));
        }
        options.addAll(List.of(more));
        keytool(store, options);
        keytool(store, List.of("-delete", "-alias", authority.alias()));
        return read(store, name);
    }

    private static void keytool(Path store, List<String> options) throws IOException, InterruptedException {
        Path output = store.resolveSibling("output");
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString()));
        command.addAll(options);
        command.addAll(List.of("-keystore", store.toString(), "-storepass", PASSWORD));
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        if (!process.waitFor(60, TimeUnit.SECONDS) || process.exitValue() != 0) {
            throw new IllegalStateException(Files.readString(output));
        }
    }

    private static Key read(Path store, String alias) throws IOException, GeneralSecurityException {
        try (InputStream in = Files.newInputStream(store)) {
            KeyStore keys = KeyStore.getInstance("PKCS12");
            keys.load(in, PASSWORD.toCharArray());
            return new Key(keys, alias);
        }
    }
}
