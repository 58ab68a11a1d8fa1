package dev.ascertain.sandbox.web;

import dev.ascertain.sandbox.moment.Chronicle;
import dev.ascertain.sandbox.socket.Loopback;
import dev.ascertain.sandbox.web.Sites.Site;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.net.ssl.KeyManager;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocketFactory;
import org.jspecify.annotations.Nullable;

/** The web of a scenario, served on loopback addresses until closed. */
public final class PrivateWeb implements AutoCloseable {
    private final Map<String, Address> addresses = new LinkedHashMap<>();
    private final Queue<Visited> visits = new ConcurrentLinkedQueue<>();
    private final CertificateAuthority authority;
    private final List<WebListener> plain;
    private final List<WebListener> secured;

    /**
     * Begins to serve: HTTP where there are pages, TLS where there are certificates.
     *
     * @param clock what certificates and changes go by
     * @throws dev.ascertain.sandbox.section.ScenarioException if a port is taken
     */
    public PrivateWeb(Sites sites, Chronicle chronicle, Clock clock) {
        this.authority = new CertificateAuthority(chronicle.start());
        for (Site site : sites.sites()) {
            for (String address : site.addresses()) {
                addresses
                        .computeIfAbsent(address, _ -> new Address(address, new ArrayList<>(), chronicle, clock))
                        .sites()
                        .add(site);
            }
        }
        this.plain = listen(sites.httpPort(), false, site -> !site.pages().isEmpty());
        this.secured =
                listen(sites.tlsPort(), true, site -> !site.certificates().isEmpty());
        Stream.concat(plain.stream(), secured.stream()).forEach(WebListener::start);
    }

    private List<WebListener> listen(int port, boolean tls, Predicate<Site> wanted) {
        Map<String, Address> there = addresses.values().stream()
                .filter(address -> address.sites().stream().anyMatch(wanted))
                .collect(Collectors.toMap(
                        address -> Loopback.of(address.address()).getHostAddress(), address -> address));
        return Loopback.listen(there.keySet(), port, (inet, common) -> {
            var address = there.getOrDefault(
                    inet.getHostAddress(), addresses.values().iterator().next());
            return new WebListener(new Conversation(address, visits::add), tls ? tls(address) : null, inet, common);
        });
    }

    private SSLSocketFactory tls(Address address) {
        try {
            var context = SSLContext.getInstance("TLS");
            context.init(new KeyManager[] {new CertificateByName(address, authority)}, null, null);
            return context.getSocketFactory();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The port of all hosts for plain HTTP; 0 if there are no pages. */
    public int httpPort() {
        return port(plain);
    }

    /** The port of all hosts for TLS; 0 if there are no certificates. */
    public int tlsPort() {
        return port(secured);
    }

    private static int port(List<WebListener> listeners) {
        return listeners.isEmpty() ? 0 : listeners.getFirst().port();
    }

    /** What an address has at a path for who asks by this name, without asking over the network; null if nothing good. */
    public @Nullable String body(String address, String host, String path) {
        var there = addresses.get(address);
        if (there == null) {
            return null;
        }
        var response = there.page(host, path);
        return response.status() == 200 && response.flaw() == null ? response.body() : null;
    }

    /** Every request for a page so far, in the order in which they came. */
    public List<Visited> visits() {
        return List.copyOf(visits);
    }

    @Override
    public void close() {
        Loopback.closeAll(plain);
        Loopback.closeAll(secured);
    }
}
