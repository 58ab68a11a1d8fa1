package dev.ascertain.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ascertain.cli.pages.Pages;
import dev.ascertain.core.diagnostic.DiagnosticText;
import dev.ascertain.core.manifest.Credentials;
import dev.ascertain.core.manifest.Manifests;
import dev.ascertain.core.manifest.Reading;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every whole manifest that a page shows is valid as it stands. */
class ManifestsOnPagesTest {
    private static final Pattern MANIFEST =
            Pattern.compile("```yaml\\n((?:#.*\\n)?ascertain: 1\\n.*?)```", Pattern.DOTALL);

    static List<Arguments> manifests() throws IOException {
        var manifests = new ArrayList<Arguments>();
        for (Path page : Pages.all()) {
            for (MatchResult found :
                    MANIFEST.matcher(Files.readString(page)).results().toList()) {
                manifests.add(Arguments.of(page, found.group(1)));
            }
        }
        return manifests;
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("manifests")
    void isValid(Path page, String manifest, @TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("page.yaml"), manifest);

        Reading reading =
                new Manifests(RealProviders.catalog(), _ -> null).read(List.of(file), false, Credentials.OPTIONAL);

        assertThat(reading.diagnostics()).extracting(DiagnosticText::of).isEmpty();
        assertThat(reading.configuration().declarations()).isNotEmpty();
    }
}
