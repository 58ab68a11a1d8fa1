package dev.ascertain.providers.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class DryRunTest {
    @Test
    void goesThroughEveryLayerAndComesBackWithItsOwnAnswer() {
        assertThat(DryRun.make()).hasToString("{}");
    }
}
