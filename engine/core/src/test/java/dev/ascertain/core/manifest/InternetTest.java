package dev.ascertain.core.manifest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ascertain.core.diagnostic.Diagnostic;
import dev.ascertain.core.diagnostic.DiagnosticText;
import dev.ascertain.spi.Provider;
import dev.ascertain.spi.ProviderFactory;
import dev.ascertain.spi.ResourceType;
import dev.ascertain.spi.RunContext;
import dev.ascertain.spi.Setting;
import dev.ascertain.spi.SettingFault;
import dev.ascertain.spi.Settings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The account by which the world is looked at is known and checked, though no declaration uses it. */
class InternetTest {
    private static final String DECLARED = """
            verifications:
              - {type: cloudflare_ssl_verification, name: shop, zone: example.com}
            """;

    @TempDir
    Path folder;

    private final Map<String, String> environment = new HashMap<>(Map.of("CLOUDFLARE_API_TOKEN", "token"));

    @Test
    void isMadeOfDefaultsWhereNothingSaysOtherwise() throws IOException {
        Configuration configuration = configuration(DECLARED);
        assertThat(configuration.internet().settings().plain()).isEqualTo(Map.of("resolvers", "1.1.1.1"));
        assertThat(configuration.accounts()).containsOnlyKeys("cloudflare");
    }

    @Test
    void isTakenFromTheEnvironment() throws IOException {
        environment.put("ASCERTAIN_RESOLVERS", "9.9.9.9");
        assertThat(configuration(DECLARED).internet().settings().text("resolvers"))
                .contains("9.9.9.9");
    }

    @Test
    void isTakenFromTheManifestAndTakesNoPartInWhatThatMeans() throws IOException {
        Configuration configured = configuration("providers:\n  internet: {resolvers: 8.8.8.8}\n" + DECLARED);
        assertThat(configured.internet().settings().text("resolvers")).contains("8.8.8.8");
        assertThat(configured.digest()).isEqualTo(configuration(DECLARED).digest());
    }

    @Test
    void isCheckedWhereItStands() throws IOException {
        assertThat(told("""
                providers:
                  internet:
                    resolvers: nonsense
                """ + DECLARED)).isEqualTo("""
                        Error: Invalid resolver

                          on a.yaml line 4, column 16, in providers.internet

                          4 |     resolvers: nonsense
                            |                ^^^^^^^^
                          "nonsense" is no address.
                        """);
    }

    @Test
    void isCheckedAlsoWhereOnlyTheEnvironmentSaysIt() throws IOException {
        environment.put("ASCERTAIN_RESOLVERS", "nonsense");
        assertThat(told(DECLARED)).isEqualTo("""
                Error: Invalid resolver

                  in internet

                  "nonsense" is no address.
                """);
    }

    @Test
    void isNothingWhereThereIsNoSuchProvider() throws IOException {
        Reading reading =
                new Manifests(FakeClouds.catalog(), environment::get).read(List.of(manifest(DECLARED)), false);
        assertThat(reading.configuration().internet()).isNull();
    }

    private Configuration configuration(String content) throws IOException {
        Reading reading = read(content);
        assertThat(reading.diagnostics()).isEmpty();
        return reading.configuration();
    }

    private String told(String content) throws IOException {
        Reading reading = read(content);
        assertThat(reading.configuration()).isNull();
        assertThat(reading.diagnostics()).hasSize(1).allMatch(Diagnostic::isError);
        return DiagnosticText.of(reading.diagnostics().getFirst()).replace(folder + "/", "");
    }

    /** As for {@code validate}: without credentials its settings are checked all the same. */
    private Reading read(String content) throws IOException {
        Catalog catalog = Catalog.of(List.of(new FakeCloudflare(), new FakeInternet()));
        return new Manifests(catalog, environment::get).read(List.of(manifest(content)), false, Credentials.OPTIONAL);
    }

    private Path manifest(String content) throws IOException {
        return Files.writeString(folder.resolve("a.yaml"), "ascertain: 1\n" + content);
    }

    private static final class FakeInternet implements ProviderFactory {
        @Override
        public String name() {
            return "internet";
        }

        @Override
        public String title() {
            return "the internet";
        }

        @Override
        public List<Setting> settings() {
            return List.of(Setting.text("resolvers", "Who is asked.", "ASCERTAIN_RESOLVERS")
                    .orElse("1.1.1.1"));
        }

        @Override
        public List<ResourceType> resourceTypes() {
            return List.of();
        }

        @Override
        public List<SettingFault> check(Settings settings) {
            String resolvers = settings.text("resolvers").orElseThrow();
            return resolvers.matches("[0-9.]+")
                    ? List.of()
                    : List.of(
                            new SettingFault("resolvers", "Invalid resolver", "\"" + resolvers + "\" is no address."));
        }

        @Override
        public Provider create(Settings settings, RunContext context) {
            throw new UnsupportedOperationException("nothing is asked here");
        }
    }
}
