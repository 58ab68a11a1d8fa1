package dev.ascertain.core.diagnostic;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DidYouMeanTest {
    private static final List<String> KNOWN =
            List.of("zone", "zone_id", "certificate_status", "active", "ECDSAWithSHA256", "any", "DNS");

    @ParameterizedTest(name = "{0} means {1}")
    @CsvSource(
            nullValues = "nothing",
            value = {
                "zoen, zone",
                "zon, zone",
                "zone_di, zone_id",
                "ZONE, zone",
                "certifcate_status, certificate_status",
                "activ, active",
                "ecdsawithsha256, ECDSAWithSHA256",
                "dnz, DNS",
                "'', nothing",
                "b, nothing",
                "xyz, nothing",
                "brand_check, nothing",
            })
    void guesses(String word, String meant) {
        assertThat(DidYouMean.nearest(word, KNOWN)).isEqualTo(Optional.ofNullable(meant));
    }

    @Test
    void doesNotCompareWhatIsNoWord() {
        assertThat(DidYouMean.nearest("z".repeat(100_000), KNOWN)).isEmpty();
    }
}
