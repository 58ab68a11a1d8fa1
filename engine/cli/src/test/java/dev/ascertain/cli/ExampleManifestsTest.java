package dev.ascertain.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ascertain.core.diagnostic.DiagnosticText;
import dev.ascertain.core.manifest.Credentials;
import dev.ascertain.core.manifest.Manifests;
import dev.ascertain.core.manifest.Reading;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every example is read without a word of complaint, alone and with all others. */
class ExampleManifestsTest {
    private static final Path EXAMPLES = Path.of("../../examples/manifests");

    static List<Path> examples() throws IOException {
        try (Stream<Path> files = Files.walk(EXAMPLES)) {
            return files.filter(file -> file.toString().endsWith(".yaml"))
                    .sorted()
                    .toList();
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("examples")
    void isValid(Path example) {
        Reading reading = read(example);

        assertThat(reading.diagnostics()).extracting(DiagnosticText::of).isEmpty();
        assertThat(reading.configuration().declarations()).isNotEmpty();
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
