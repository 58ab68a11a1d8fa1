package dev.ascertain.sandbox;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import dev.ascertain.sandbox.dns.Asked;
import dev.ascertain.sandbox.web.Visited;
import java.net.URI;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Both clouds on one port of this machine's loopback address, and a DNS and a web at others, behaving as a scenario says,
 * until closed.
 *
 * <pre>{@code
 * try (var sandbox = Sandbox.start(Scenario.read(file))) {
 *     run(sandbox.environment());
 *     assertThat(sandbox.requests()).filteredOn(r -> r.target().endsWith("?retry=true")).hasSize(1);
 * }
 * }</pre>
 */
public final class Sandbox implements AutoCloseable {
    private final Scenario scenario;
    private final WireMockServer server;
    private final List<Exchange> requests;
    private final Internet internet;

    private Sandbox(Scenario scenario, Internet internet, WireMockServer server, List<Exchange> requests) {
        this.scenario = scenario;
        this.internet = internet;
        this.server = server;
        this.requests = requests;
    }

    /** Starts on a free port, by the system's clock. */
    public static Sandbox start(Scenario scenario) {
        return start(scenario, Clock.systemUTC());
    }

    /**
     * Starts on a free port.
     *
     * @param clock what the world goes by, quotas and the age of signatures included, so that a test can let minutes
     *     pass: hand the same one to whoever signs. Latencies are real all the same
     */
    public static Sandbox start(Scenario scenario, Clock clock) {
        return start(scenario, clock, 0, _ -> {});
    }

    /**
     * Starts.
     *
     * @param port 0 for a free one
     * @param log is told of each request, from many threads at once
     * @throws dev.ascertain.sandbox.section.ScenarioException if a port of the scenario is taken
     * @throws com.github.tomakehurst.wiremock.common.FatalStartupException if the port is taken
     */
    public static Sandbox start(Scenario scenario, Clock clock, int port, Consumer<Exchange> log) {
        List<Exchange> requests = Collections.synchronizedList(new ArrayList<>());
        Consumer<Exchange> both = exchange -> {
            requests.add(exchange);
            log.accept(exchange);
        };
        var internet = new Internet(scenario, clock);
        var configuration = WireMockConfiguration.options()
                .bindAddress("127.0.0.1")
                .asynchronousResponseEnabled(true)
                .disableRequestJournal()
                .gzipDisabled(true)
                .extensions(new Responder(new World(scenario, internet), clock, both));
        var server = new WireMockServer(port == 0 ? configuration.dynamicPort() : configuration.port(port));
        server.start();
        server.stubFor(any(anyUrl()).willReturn(aResponse()));
        return new Sandbox(scenario, internet, server, requests);
    }

    /** Where it listens, such as {@code http://127.0.0.1:8080}; Huawei's endpoints, Live and IAM, are here. */
    public URI address() {
        return URI.create("http://127.0.0.1:" + server.port());
    }

    /** Cloudflare's base URL. */
    public URI cloudflare() {
        return address().resolve(CloudflareCloud.BASE);
    }

    /**
     * The variables that point a run here, with the first credential of each kind that the scenario accepts.
     *
     * @return names and values, in a stable order
     */
    public Map<String, String> environment() {
        Map<String, String> environment = new LinkedHashMap<>();
        environment.put("CLOUDFLARE_BASE_URL", cloudflare().toString());
        scenario.cloudflare().tokens().stream()
                .limit(1)
                .forEach(token -> environment.put("CLOUDFLARE_API_TOKEN", token.value()));
        environment.put("HW_LIVE_ENDPOINT", address().toString());
        environment.put("HW_IAM_ENDPOINT", address().toString());
        scenario.huawei().projects().stream()
                .limit(1)
                .forEach(project -> environment.put("HW_REGION_NAME", project.name()));
        scenario.huawei().keys().stream().limit(1).forEach(key -> {
            environment.put("HUAWEICLOUD_SDK_AK", key.access());
            environment.put("HUAWEICLOUD_SDK_SK", key.secret());
        });
        environment.putAll(internet.environment(address()));
        return Collections.unmodifiableMap(environment);
    }

    /** Every request so far, in the order in which they came. */
    public List<Exchange> requests() {
        synchronized (requests) {
            return List.copyOf(requests);
        }
    }

    /** Every question to its name servers and resolvers so far, in the order in which they came. */
    public List<Asked> questions() {
        return internet.questions();
    }

    /** Every request for a page of its web so far, in the order in which they came. */
    public List<Visited> visits() {
        return internet.visits();
    }

    /** Stops at once; calls under way fail. */
    @Override
    public void close() {
        internet.close();
        server.stop();
    }
}
