package dev.ascertain.cli;

import dev.ascertain.cli.Stage.Run;
import dev.ascertain.sandbox.Sandbox;
import dev.ascertain.sandbox.Scenario;
import dev.ascertain.testkit.FakeTime;
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
            providers:
              huaweicloud_live:
                endpoint: ${env.HW_LIVE_ENDPOINT}
                iam_endpoint: ${env.HW_IAM_ENDPOINT}
            """;

    final Stage stage;
    final FakeTime time;
    private final Sandbox sandbox;

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

    /** Writes the one manifest of the run: verifications, one a line, each as YAML in braces. */
    Rehearsal manifest(String... verifications) {
        String all = String.join("\n  - ", verifications);
        String begin = BEGIN.formatted(all.contains("huaweicloud_live") ? ENDPOINTS : "");
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

    /** The requests so far that ask for something to be done, in whichever way. */
    List<String> triggers() {
        return requests().stream()
                .filter(request -> !request.startsWith("GET ") || request.contains("retry"))
                .toList();
    }

    @Override
    public void close() {
        sandbox.close();
    }
}
