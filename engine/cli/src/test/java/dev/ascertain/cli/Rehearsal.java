package dev.ascertain.cli;

import dev.ascertain.cli.Stage.Run;
import dev.ascertain.evidence.probe.ProbeSettings;
import dev.ascertain.evidence.probe.Probes;
import dev.ascertain.sandbox.Sandbox;
import dev.ascertain.sandbox.Scenario;
import dev.ascertain.sandbox.dns.Asked;
import dev.ascertain.sandbox.web.Visited;
import dev.ascertain.testkit.FakeTime;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;

/**
 * The whole program with the providers that it brings, and both clouds on this machine behind them. Program and clouds
 * go by one clock that moves only when somebody waits, so that a wait of ten minutes takes no time.
 */
final class Rehearsal implements AutoCloseable {
    private static final String BEGIN = """
            ascertain: 1
            %sverifications:
            """;
    private static final String ENDPOINTS = """
              huaweicloud_live:
                endpoint: ${env.HW_LIVE_ENDPOINT}
                iam_endpoint: ${env.HW_IAM_ENDPOINT}
            """.indent(2);
    private static final String INTERNET = """
              internet:
                dns_port: ${env.SANDBOX_DNS_PORT:-53}
                http_port: ${env.SANDBOX_HTTP_PORT:-80}
                tls_port: ${env.SANDBOX_TLS_PORT:-443}
                private_addresses: ${env.SANDBOX_PRIVATE_ADDRESSES:-refuse}
                probe_seconds: ${env.REHEARSAL_PROBE_SECONDS:-10}
                total_seconds: ${env.REHEARSAL_TOTAL_SECONDS:-20}
            """.indent(2);

    final Stage stage;
    final FakeTime time;
    private final Sandbox sandbox;
    private boolean looking;

    private Rehearsal(Path folder, Scenario scenario) {
        stage = new Stage(folder, RealProviders.factories());
        time = stage.time;
        sandbox = Sandbox.start(scenario, time);
        stage.environment.putAll(sandbox.environment());
    }

    /**
     * @param folder where the program is run
     * @param scenario in the sandbox's language
     */
    static Rehearsal of(Path folder, String scenario) {
        return of(folder, Scenario.parse(scenario));
    }

    static Rehearsal of(Path folder, Scenario scenario) {
        return new Rehearsal(folder, scenario);
    }

    /**
     * From now on the scenario's DNS and web are looked at as the program itself looks. Call it before the manifest is
     * written, which then says where they are. Deadlines of single looks pass in real time.
     */
    Rehearsal looking() {
        stage.outlook = (settings, context) -> Probes.of(ProbeSettings.of(settings), context);
        looking = true;
        return this;
    }

    /** Writes the one manifest of the run: verifications, one a line, each as YAML in braces. */
    Rehearsal manifest(String... verifications) {
        String all = String.join("\n  - ", verifications);
        String accounts = (all.contains("huaweicloud_live") ? ENDPOINTS : "") + (looking ? INTERNET : "");
        String begin = BEGIN.formatted(accounts.isEmpty() ? "" : "providers:\n" + accounts);
        stage.manifest("a.yaml", begin + "  - " + all + "\n");
        return this;
    }

    Run run(String... words) {
        return stage.run(words);
    }

    /** Every request so far as method, path and query. */
    List<String> requests() {
        return sandbox.requests().stream()
                .map(request -> request.method() + " " + request.target())
                .toList();
    }

    /** The requests so far that contain a part. */
    List<String> requests(String part) {
        return requests().stream().filter(request -> request.contains(part)).toList();
    }

    /** Every question so far to its name servers and resolvers. */
    List<Asked> questions() {
        return sandbox.questions();
    }

    /** Every page so far that was asked for. */
    List<Visited> visits() {
        return sandbox.visits();
    }

    /** What a scenario waits for that says {@code after_call: POST /sandbox/publish}. */
    void publish() throws IOException, InterruptedException {
        try (var person = HttpClient.newHttpClient()) {
            person.send(
                    HttpRequest.newBuilder(sandbox.address().resolve("/sandbox/publish"))
                            .POST(HttpRequest.BodyPublishers.noBody())
                            .build(),
                    HttpResponse.BodyHandlers.discarding());
        }
    }

    /** The requests so far that ask for something to be done, in whichever way. */
    List<String> triggers() {
        return requests().stream()
                .filter(request -> !request.startsWith("GET ") || request.contains("retry"))
                .filter(request -> !request.contains(" /sandbox/"))
                .toList();
    }

    @Override
    public void close() {
        sandbox.close();
    }
}
