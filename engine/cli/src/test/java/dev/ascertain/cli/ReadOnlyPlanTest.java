package dev.ascertain.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ascertain.sandbox.Scenario;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A plan only reads, whatever the world is like: in every scenario that there is, and all through its course. */
class ReadOnlyPlanTest {
    private static final Path EXAMPLES = Path.of("../../examples");
    private static final Path MANIFEST =
            EXAMPLES.resolve("quickstart/shop.yaml").toAbsolutePath();
    private static final List<Duration> COURSE =
            List.of(Duration.ZERO, Duration.ofSeconds(20), Duration.ofMinutes(2), Duration.ofDays(2));

    @TempDir
    Path folder;

    static List<Path> scenarios() throws IOException {
        try (Stream<Path> files = Files.walk(EXAMPLES.resolve("sandbox/scenarios"))) {
            return Stream.concat(
                            files.filter(Files::isRegularFile).sorted(),
                            Stream.of(EXAMPLES.resolve("quickstart/world.yaml")))
                    .toList();
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("scenarios")
    void asksForNothing(Path scenario) throws IOException {
        try (var cloud = Rehearsal.of(folder, Scenario.read(scenario))) {
            for (String secret : List.of("CLOUDFLARE_API_TOKEN", "HUAWEICLOUD_SDK_AK", "HUAWEICLOUD_SDK_SK")) {
                cloud.stage.environment.putIfAbsent(secret, "unknown-here");
            }
            cloud.stage.environment.putIfAbsent("HW_REGION_NAME", "cn-north-4");
            for (Duration step : COURSE) {
                cloud.time.advance(step);
                assertThat(cloud.run("plan", MANIFEST.toString()).code()).isIn(0, 1);
            }
            assertThat(cloud.requests()).isNotEmpty().allMatch(request -> request.startsWith("GET "));
            assertThat(cloud.triggers()).isEmpty();
        }
    }
}
