package dev.ascertain.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ascertain.cli.Stage.Run;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A gate that minds when certificates expire, of which nobody asks otherwise while all is as expected. */
class ExpiryGateTest {
    private static final String PACKS = "/ssl/certificate_packs";
    private static final String ENDS_IN_FIVE_DAYS = ShopZone.SCENARIO + """
                    - hostname: shop.example
                      certificate_status: active
                      pack: {certificates: [{status: active, expires_on: start+5d}]}
            """;

    @TempDir
    Path folder;

    @Test
    void knowsOfACertificateThatIsAsExpected() {
        try (var cloud = Rehearsal.of(folder, ENDS_IN_FIVE_DAYS).manifest(ShopZone.ALL)) {
            Run red = cloud.run("plan", "--fail-on", "expires<21d");
            assertThat(red.out()).endsWith("""
                    Plan: 1 as expected.
                    Exit 2: 1 verification expires in less than 21d (--fail-on).
                    """);
            assertThat(red.code()).isEqualTo(2);
            assertThat(cloud.requests(PACKS)).hasSize(1);

            assertThat(cloud.run("plan", "--fail-on", "expires<4d").code()).isZero();
        }
    }

    @Test
    void nobodyIsAskedForWhatNoConditionIsAbout() {
        try (var cloud = Rehearsal.of(folder, ENDS_IN_FIVE_DAYS).manifest(ShopZone.ALL)) {
            assertThat(cloud.run("plan", "--fail-on", "unmet,deadline<48h").code())
                    .isZero();
            assertThat(cloud.requests(PACKS)).isEmpty();
        }
    }

    @Test
    void everyListThatIsGivenCounts() {
        try (var cloud = Rehearsal.of(folder, ENDS_IN_FIVE_DAYS).manifest(ShopZone.ALL)) {
            Run run = cloud.run("plan", "--fail-on", "expires<21d", "--fail-on", "dead,expires<21d");
            assertThat(run.out()).endsWith("Exit 2: 1 verification expires in less than 21d (--fail-on).\n");
            assertThat(run.code()).isEqualTo(2);
        }
    }
}
