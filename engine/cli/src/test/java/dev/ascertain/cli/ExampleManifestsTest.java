package dev.ascertain.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ascertain.cli.Stage.Run;
import dev.ascertain.core.diagnostic.DiagnosticText;
import dev.ascertain.core.manifest.Credentials;
import dev.ascertain.core.manifest.Declaration;
import dev.ascertain.core.manifest.Manifests;
import dev.ascertain.core.manifest.Reading;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every example is read without a word of complaint, alone and with all others, and planned. */
class ExampleManifestsTest {
    private static final Path EXAMPLES = Path.of("../../examples/manifests");

    /** What the examples' accounts ask the environment for. Huawei's are read, and never used. */
    private static final Map<String, String> ACCOUNTS = Map.of(
            "AGENCY_CLOUDFLARE_API_TOKEN", "rehearsal-cloudflare-token",
            "LIVE_CN_ACCESS_KEY", "NEVERUSED",
            "LIVE_CN_SECRET_KEY", "never-used",
            "HUAWEICLOUD_SDK_AK", "NEVERUSED",
            "HUAWEICLOUD_SDK_SK", "never-used",
            "HW_REGION_NAME", "cn-north-4");

    static List<Path> examples() throws IOException {
        try (Stream<Path> files = Files.walk(EXAMPLES)) {
            return files.filter(file -> file.toString().endsWith(".yaml"))
                    .sorted()
                    .toList();
        }
    }

    static List<Path> examplesAtCloudflare() throws IOException {
        return examples().stream()
                .filter(example -> !atCloudflare(example).isEmpty())
                .toList();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("examples")
    void isValid(Path example) {
        Reading reading = read(example);

        assertThat(reading.diagnostics()).extracting(DiagnosticText::of).isEmpty();
        assertThat(reading.configuration().declarations()).isNotEmpty();
    }

    /** Huawei's regions have addresses of their own, so only what is at Cloudflare is planned here. */
    @ParameterizedTest(name = "{0}")
    @MethodSource("examplesAtCloudflare")
    void isPlanned(Path example, @TempDir Path folder) throws IOException {
        List<Declaration> declared = atCloudflare(example);
        try (Rehearsal rehearsal = Rehearsal.of(folder, worldOf(declared))) {
            ACCOUNTS.forEach(rehearsal.stage.environment::put);

            Run run = rehearsal.run(
                    "plan",
                    "--verbose",
                    "--target",
                    "cloudflare*",
                    example.toAbsolutePath().toString());

            assertThat(run.code()).as(run.err()).isZero();
            assertThat(declared)
                    .allSatisfy(
                            one -> assertThat(run.out()).contains(one.address().toString()));
            assertThat(run.out()).doesNotContain("could not be read");
        }
    }

    private static List<Declaration> atCloudflare(Path example) {
        return read(example).configuration().declarations().stream()
                .filter(one -> one.type().name().startsWith("cloudflare"))
                .toList();
    }

    /** Every zone that is declared, each with one verification that is as expected. */
    private static String worldOf(List<Declaration> declared) {
        var world = new StringBuilder("cloudflare:\n  tokens: [{token: rehearsal-cloudflare-token}]\n  zones:\n");
        declared.stream().map(ExampleManifestsTest::zone).distinct().forEach(zone -> world.append("""
                            - %s
                              verifications: [{hostname: shop.example.com, certificate_status: active}]
                        """.formatted(zone)));
        return world.toString();
    }

    private static String zone(Declaration declaration) {
        String id = declaration.declared().text("zone_id");
        String zone = id == null ? declaration.declared().text("zone") : id;
        return zone.matches("[0-9a-f]{32}") ? "name: known.example\n      id: '%s'".formatted(zone) : "name: " + zone;
    }

    @Test
    void allOfThemAreOneConfiguration() throws IOException {
        Reading reading = read(EXAMPLES);

        assertThat(reading.diagnostics()).extracting(DiagnosticText::of).isEmpty();
        assertThat(reading.configuration().files()).hasSize(examples().size());
    }

    private static Reading read(Path path) {
        return new Manifests(RealProviders.catalog(), _ -> null).read(List.of(path), true, Credentials.OPTIONAL);
    }
}
