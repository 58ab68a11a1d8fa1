package dev.ascertain.sandbox;

import dev.ascertain.sandbox.dns.Asked;
import dev.ascertain.sandbox.dns.PrivateDns;
import dev.ascertain.sandbox.moment.Chronicle;
import dev.ascertain.sandbox.web.PrivateWeb;
import dev.ascertain.sandbox.web.Visited;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The world outside the clouds, as far as the scenario has one: what is published there, and who has looked. */
final class Internet implements AutoCloseable {
    /** Where the sandbox is asked about itself. */
    static final String BASE = "/sandbox/";

    private final Chronicle chronicle;
    private final Clock clock;
    private final @Nullable PrivateDns dns;
    private final @Nullable PrivateWeb web;

    Internet(Scenario scenario, Clock clock) {
        this.chronicle = new Chronicle(clock.instant());
        this.clock = clock;
        this.dns = scenario.dns().isEmpty() ? null : new PrivateDns(scenario.dns(), chronicle, clock);
        this.web = scenario.web().isEmpty() ? null : new PrivateWeb(scenario.web(), chronicle, clock);
    }

    Instant start() {
        return chronicle.start();
    }

    /** Takes note of a call: something may wait for it. */
    void called(Call call) {
        chronicle.called(call.method() + " " + call.target(), call.at());
    }

    List<Asked> questions() {
        return dns == null ? List.of() : dns.questions();
    }

    List<Visited> visits() {
        return web == null ? List.of() : web.visits();
    }

    /** {@code GET /sandbox/questions}, {@code GET /sandbox/visits}; any other call is only taken note of. */
    Answer answer(Call call) {
        return switch (call.method() + " " + call.path()) {
            case "GET /sandbox/questions" ->
                Answer.json(200, questions().stream().map(Internet::json).toList());
            case "GET /sandbox/visits" ->
                Answer.json(200, visits().stream().map(Internet::json).toList());
            default -> Answer.json(200, Map.of("noted", true));
        };
    }

    private static Map<String, Object> json(Asked asked) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("at", asked.at().toString());
        json.put("server", asked.server());
        json.put("name", asked.name());
        json.put("type", asked.type());
        json.put("tcp", asked.tcp());
        json.put("unchecked", asked.unchecked());
        return json;
    }

    private static Map<String, Object> json(Visited visited) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("at", visited.at().toString());
        json.put("address", visited.address());
        json.put("tls", visited.tls());
        json.put("host", visited.host());
        json.put("path", visited.path());
        return json;
    }

    /**
     * The variables that tell a run where to look.
     *
     * @param sandbox where it is asked about itself
     */
    Map<String, String> environment(URI sandbox) {
        Map<String, String> environment = new LinkedHashMap<>();
        if (dns != null || web != null) {
            environment.put("SANDBOX_ADDRESS", sandbox.toString());
            environment.put("SANDBOX_PRIVATE_ADDRESSES", "allow");
        }
        if (dns != null) {
            environment.put("SANDBOX_DNS_PORT", Integer.toString(dns.port()));
            environment.put("ASCERTAIN_DNS_ROOT", String.join(",", dns.root()));
            environment.put("ASCERTAIN_RESOLVERS", String.join(",", dns.resolvers()));
        }
        if (web != null && web.httpPort() > 0) {
            environment.put("SANDBOX_HTTP_PORT", Integer.toString(web.httpPort()));
        }
        if (web != null && web.tlsPort() > 0) {
            environment.put("SANDBOX_TLS_PORT", Integer.toString(web.tlsPort()));
        }
        return environment;
    }

    /**
     * Whether a certificate authority that looks now sees each token of a verification, and may issue.
     *
     * @param fields of a verification as Cloudflare reports it
     */
    boolean proves(Map<String, Object> fields) {
        var hostname = Objects.toString(fields.get("hostname"), "");
        var authority = fields.get(Certificates.PACK_FIELDS) instanceof Map<?, ?> pack
                ? pack.get("certificate_authority")
                : null;
        return Caa.permits(hostname, authority, name -> data(name, "CAA"))
                && provesEach(hostname.replaceFirst("^\\*\\.", ""), fields);
    }

    private boolean provesEach(String host, Map<String, Object> fields) {
        return switch (fields.get("verification_info")) {
            case List<?> many -> !many.isEmpty() && many.stream().allMatch(one -> proves(host, one));
            case Map<?, ?> one -> proves(host, one);
            case null, default -> false;
        };
    }

    private boolean proves(String host, @Nullable Object info) {
        if (!(info instanceof Map<?, ?> token)) {
            return false;
        }
        if (token.get("txt_name") instanceof String name) {
            return holds(name, "TXT", String.valueOf(token.get("txt_value")));
        }
        if (token.get("cname") instanceof String name) {
            return holds(name, "CNAME", token.get("cname_target") + ".");
        }
        return token.get("http_url") instanceof String url && serves(host, url, String.valueOf(token.get("http_body")));
    }

    /** Whether there is this very data, among others perhaps. */
    boolean holds(String name, String type, String data) {
        return data(name, type).contains(data);
    }

    private List<String> data(String name, String type) {
        return dns == null ? List.of() : dns.data(name, type, clock);
    }

    private boolean serves(String host, String url, String body) {
        var there = URI.create("http://" + host).resolve(url);
        if (dns == null || web == null || there.getHost() == null) {
            return false;
        }
        var served = web;
        return dns.data(there.getHost(), "A", clock).stream()
                .map(address -> served.body(address, there.getHost(), there.getRawPath()))
                .anyMatch(found -> found != null && found.stripTrailing().equals(body));
    }

    @Override
    public void close() {
        if (dns != null) {
            dns.close();
        }
        if (web != null) {
            web.close();
        }
    }
}
