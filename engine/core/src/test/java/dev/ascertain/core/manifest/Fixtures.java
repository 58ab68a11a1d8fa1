package dev.ascertain.core.manifest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The folders with manifests that tests read. */
final class Fixtures {
    static final Path ROOT = Path.of("src/test/resources/manifests");

    private Fixtures() {}

    static Stream<Path> folders(String kind) throws IOException {
        try (Stream<Path> folders = Files.list(ROOT.resolve(kind))) {
            return folders.sorted().toList().stream();
        }
    }

    static List<Path> manifests(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.getFileName().toString().matches("[a-z]+\\.ya?ml"))
                    .sorted()
                    .toList();
        }
    }

    static Reading read(Path folder) {
        return new Manifests(FakeClouds.catalog(), FakeClouds::environment).read(List.of(folder), false);
    }

    /** Compares with a golden file, or writes it anew with {@code -Dgolden.rewrite=true}. */
    static void compare(Path golden, String actual) throws IOException {
        if (Boolean.getBoolean("golden.rewrite")) {
            Files.writeString(golden, actual);
        }
        assertThat(actual).isEqualTo(Files.readString(golden));
    }
}
