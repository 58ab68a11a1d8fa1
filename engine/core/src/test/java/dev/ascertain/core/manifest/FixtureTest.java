package dev.ascertain.core.manifest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ascertain.core.diagnostic.Diagnostic;
import dev.ascertain.core.diagnostic.DiagnosticText;
import java.io.IOException;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** One folder for each defect, named for it, with everything that people are told about it. */
class FixtureTest {
    static Stream<Path> bad() throws IOException {
        return Fixtures.folders("bad");
    }

    static Stream<Path> good() throws IOException {
        return Fixtures.folders("good");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("bad")
    void saysWhatIsWrong(Path folder) throws IOException {
        Reading reading = Fixtures.read(folder);
        String told = told(reading, folder);
        assertThat(told).doesNotContain(FakeClouds.CANARY).doesNotContain("hunter2");
        Fixtures.compare(folder.resolve("expected.txt"), told);
        boolean isRefused = reading.diagnostics().stream().anyMatch(Diagnostic::isError);
        assertThat(reading.configuration() == null).isEqualTo(isRefused);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("good")
    void readsWhatIsMeant(Path folder) throws IOException {
        Reading reading = Fixtures.read(folder);
        assertThat(told(reading, folder)).isEmpty();
        Fixtures.compare(folder.resolve("expected.txt"), Dump.of(reading));
    }

    private static String told(Reading reading, Path folder) {
        return reading.diagnostics().stream()
                .map(DiagnosticText::of)
                .collect(Collectors.joining("\n"))
                .replace(folder + "/", "");
    }
}
