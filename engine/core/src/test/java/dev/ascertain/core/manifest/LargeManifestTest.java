package dev.ascertain.core.manifest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Bounds of processor time, and wide: they catch what grows with the square, not a busy machine. */
class LargeManifestTest {
    @TempDir
    Path folder;

    @Test
    void readsTwentyThousandDeclarations() throws IOException {
        for (int part = 0; part < 2; part++) {
            Files.writeString(folder.resolve("part" + part + ".yaml"), declarations(part * 10_000, 10_000));
        }

        Reading reading = read(Duration.ofSeconds(15));

        assertThat(reading.diagnostics()).isEmpty();
        assertThat(reading.configuration().declarations()).hasSize(20_000);
    }

    @Test
    void readsTenThousandRows() throws IOException {
        Files.writeString(
                folder.resolve("zones.csv"),
                IntStream.range(0, 10_000)
                        .mapToObj(i -> "zone" + i + ".example,team " + i + "\n")
                        .collect(Collectors.joining("", "zone,owner\n", "")));
        Files.writeString(folder.resolve("fleet.yaml"), """
                ascertain: 1
                verifications:
                  - type: cloudflare_ssl_verification
                    name: fleet
                    for_each: {csv: zones.csv, key: zone}
                    zone: ${each.zone}
                    owner: ${each.owner}
                    allow_new_ordr: true
                    expect: {brand_check: maybe}
                """);

        Reading reading = read(Duration.ofSeconds(10));

        assertThat(reading.diagnostics()).hasSize(2);
    }

    private Reading read(Duration most) {
        long begin = Processor.nanoseconds();
        Reading reading = new Manifests(FakeClouds.catalog(), FakeClouds::environment).read(List.of(folder), false);
        assertThat(Duration.ofNanos(Processor.nanoseconds() - begin)).isLessThan(most);
        return reading;
    }

    private static String declarations(int from, int count) {
        return IntStream.range(from, from + count)
                .mapToObj("""
                          - type: cloudflare_ssl_verification
                            name: shop%d
                            zone: zone%<d.example.com
                            select: {hostname: "*.shop%<d.example.com"}
                            match: every
                            expect:
                              certificate_status: active
                              brand_check: false
                              signature: {one_of: [ECDSAWithSHA256, SHA256WithRSA]}
                            retry: auto
                            severity: error
                            owner: edge-team-%<d
                        """::formatted)
                .collect(Collectors.joining("", "ascertain: 1\nverifications:\n", ""));
    }
}
