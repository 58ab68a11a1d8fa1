package dev.ascertain.cli.view;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class TroubleshootingPageTest {
    private static final Pattern HEADING = Pattern.compile("(?m)^### (\\d+): ");

    @Test
    void everyExitCodeHasAnEntryInItsOrder() throws IOException {
        List<Integer> told = HEADING.matcher(Files.readString(Path.of("TROUBLESHOOTING.md")))
                .results()
                .map(heading -> Integer.valueOf(heading.group(1)))
                .toList();

        assertThat(told)
                .isEqualTo(Arrays.stream(ExitCode.values())
                        .map(ExitCode::number)
                        .sorted()
                        .toList());
    }
}
