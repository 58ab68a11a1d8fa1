package dev.ascertain.core.manifest;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ascertain.core.diagnostic.DiagnosticText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever stands in a file: it is read or refused, never thrown about, and never takes long. */
class MutationTest {
    private static final int ROUNDS = 3_000;
    private static final List<String> SPICE = List.of(
            "\"",
            "'",
            "{",
            "}",
            "[",
            "]",
            ":",
            ": ",
            "- ",
            "\n",
            "\n  ",
            "\t",
            "#",
            "&a ",
            "*a",
            "!x ",
            "|\n",
            ">-\n",
            "${",
            "}",
            "${env.",
            "$${",
            "${each.key}",
            "${file.",
            "?",
            "<<: ",
            "---\n",
            "...\n",
            "%",
            "@",
            "`",
            "\\",
            "\\U0010ffff",
            "\\ud800",
            "\u0000",
            "\u202e",
            "😀",
            "\ufeff",
            "\r",
            "1e999999999",
            "null",
            "~",
            "例");

    @TempDir
    Path folder;

    @Test
    void nothingIsThrown() throws IOException {
        List<byte[]> seeds = seeds();
        var random = new Random(42);
        var reader = new Manifests(FakeClouds.catalog(), FakeClouds::environment);
        Path file = folder.resolve("mutant.yaml");
        Files.writeString(folder.resolve("zones.csv"), "zone,owner\na.example,x\n");
        for (int round = 0; round < ROUNDS; round++) {
            Files.write(file, mutated(seeds.get(random.nextInt(seeds.size())), random));
            long begin = Processor.nanoseconds();

            Reading reading = reader.read(List.of(file), false);

            reading.diagnostics()
                    .forEach(diagnostic -> assertThat(DiagnosticText.of(diagnostic))
                            .doesNotContain(FakeClouds.CANARY)
                            .doesNotContain("\u001b", "\u202e", "\u0000"));
            assertThat(Duration.ofNanos(Processor.nanoseconds() - begin))
                    .as("round %d", round)
                    .isLessThan(Duration.ofSeconds(5));
            boolean isRefused = reading.diagnostics().stream().anyMatch(diagnostic -> diagnostic.isError());
            assertThat(reading.configuration() == null).as("round %d", round).isEqualTo(isRefused);
        }
    }

    private static List<byte[]> seeds() throws IOException {
        var seeds = new ArrayList<byte[]>();
        try (Stream<Path> files = Files.walk(Fixtures.ROOT)) {
            for (Path file : files.filter(path -> path.toString().endsWith(".yaml"))
                    .filter(path -> !path.toString().contains("bomb"))
                    .sorted()
                    .toList()) {
                seeds.add(Files.readAllBytes(file));
            }
        }
        return seeds;
    }

    /** Cuts, doubles, moves and spices, one to four times. */
    private static byte[] mutated(byte[] seed, Random random) {
        var text = new StringBuilder(new String(seed, UTF_8));
        for (int i = random.nextInt(4); i >= 0; i--) {
            int from = random.nextInt(text.length() + 1);
            int to = Math.min(text.length(), from + random.nextInt(20));
            switch (random.nextInt(4)) {
                case 0 -> text.delete(from, to);
                case 1 -> text.insert(from, text.substring(from, to));
                case 2 -> text.insert(random.nextInt(text.length() + 1), text.substring(from, to));
                default -> text.insert(from, SPICE.get(random.nextInt(SPICE.size())));
            }
        }
        byte[] bytes = text.toString().getBytes(UTF_8);
        if (bytes.length > 0 && random.nextInt(10) == 0) {
            bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
        }
        return bytes;
    }
}
