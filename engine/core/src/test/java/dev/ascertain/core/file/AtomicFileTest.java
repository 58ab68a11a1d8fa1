package dev.ascertain.core.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AtomicFileTest {
    @TempDir
    Path folder;

    @Test
    void afterAFailureTheOldContentStaysAndNothingElse() throws IOException {
        Path file = Files.writeString(folder.resolve("plan.json"), "old");
        assertThatThrownBy(() -> AtomicFile.write(file, out -> {
                    out.write(new byte[1 << 20]);
                    throw new IOException("No space left on device");
                }))
                .isInstanceOf(IOException.class)
                .hasMessage("No space left on device");
        assertThat(file).hasContent("old");
        assertThat(folder).isDirectoryContaining(file::equals);
        try (var files = Files.list(folder)) {
            assertThat(files).containsExactly(file);
        }
    }

    @Test
    void whatALinkPointsAtIsWritten() throws IOException {
        Path file = Files.writeString(folder.resolve("plan.json"), "old");
        Path link = Files.createSymbolicLink(folder.resolve("link.json"), file);
        AtomicFile.write(link, out -> out.write('x'));
        assertThat(link).isSymbolicLink();
        assertThat(file).hasContent("x");
    }

    @Test
    void aDeviceIsNeverReplaced() {
        assertThatThrownBy(() -> AtomicFile.write(Path.of("/dev/null"), out -> out.write('x')))
                .isInstanceOf(IOException.class)
                .hasMessage("it is not a plain file");
    }

    @Test
    void aMissingFolderIsToldBeforehand() {
        Path file = folder.resolve("none/plan.json");
        assertThatThrownBy(() -> AtomicFile.check(file))
                .isInstanceOf(IOException.class)
                .hasMessage("the folder " + folder.resolve("none") + " does not exist");
    }
}
