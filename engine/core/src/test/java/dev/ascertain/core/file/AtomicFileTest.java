package dev.ascertain.core.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.condition.OS.LINUX;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
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

    /** Only a trial tells: the folder is there, and whoever is root may write to it by its permissions. */
    @Test
    @EnabledOnOs(LINUX)
    void aFolderThatTakesNoFileIsToldBeforehand() {
        String why = Files.isWritable(Path.of("/proc"))
                ? "the system says \"no such file or directory\""
                : "the folder /proc cannot be written to";
        assertThatThrownBy(() -> AtomicFile.check(Path.of("/proc/plan.json")))
                .isInstanceOf(IOException.class)
                .hasMessage(why);
    }

    @Test
    void aCheckLeavesEverythingAsItIs() throws IOException {
        Path file = Files.writeString(folder.resolve("plan.json"), "old");
        AtomicFile.check(file);
        AtomicFile.check(folder.resolve("new.json"));
        assertThat(file).hasContent("old");
        try (var files = Files.list(folder)) {
            assertThat(files).containsExactly(file);
        }
    }

    @Test
    void aMissingFolderIsToldBeforehand() {
        Path file = folder.resolve("none/plan.json");
        assertThatThrownBy(() -> AtomicFile.check(file))
                .isInstanceOf(IOException.class)
                .hasMessage("the folder " + folder.resolve("none") + " does not exist");
    }
}
