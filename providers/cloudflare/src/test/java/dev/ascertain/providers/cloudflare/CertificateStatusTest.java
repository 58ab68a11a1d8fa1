package dev.ascertain.providers.cloudflare;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ascertain.spi.LiveAttribute;
import dev.ascertain.spi.Status;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CertificateStatusTest {
    @ParameterizedTest
    @CsvSource({
        "active, VERIFIED",
        "authorizing, NEEDS_PROOF",
        "pending_validation, NEEDS_PROOF",
        "initializing, IN_PROGRESS",
        "issuing, IN_PROGRESS",
        "pending_issuance, IN_PROGRESS",
        "pending_deployment, IN_PROGRESS",
        "holding_deployment, IN_PROGRESS",
        "staging_deployment, IN_PROGRESS",
        "pending_cleanup, IN_PROGRESS",
        "timing_out, GAVE_UP",
        "validation_timed_out, GAVE_UP",
        "initializing_timed_out, GAVE_UP",
        "issuance_timed_out, GAVE_UP",
        "deployment_timed_out, GAVE_UP",
        "expired, EXPIRED",
        "inactive, ENDED",
        "deactivating, ENDED",
        "deleted, ENDED",
        "pending_deletion, ENDED",
        "deletion_timed_out, ENDED",
        "backup_issued, STAND_BY",
        "staging_active, STAND_BY",
        "pending_expiration, STAND_BY",
        "quantum_pending, UNKNOWN",
        "ACTIVE, UNKNOWN",
        ", UNKNOWN",
    })
    void sortsWords(String word, Status expected) {
        assertThat(CertificateStatus.of(word)).isEqualTo(expected);
    }

    /** So that nobody is warned of a word that Cloudflare itself reports, and that import writes. */
    @Test
    void everyWordThatIsSortedCanBeExpected() {
        assertThat(SslVerification.TYPE
                        .live("certificate_status")
                        .map(LiveAttribute::words)
                        .orElseThrow())
                .startsWith("initializing", "authorizing", "active")
                .contains("pending_validation")
                .hasSize(24)
                .doesNotHaveDuplicates()
                .allSatisfy(word -> assertThat(CertificateStatus.of(word)).isNotEqualTo(Status.UNKNOWN));
    }

    @Test
    void knowsEveryDocumentedWord() {
        assertThat(CertificateStatus.DOCUMENTED)
                .hasSize(7)
                .allSatisfy(word -> assertThat(CertificateStatus.of(word)).isNotEqualTo(Status.UNKNOWN));
        assertThat(CertificateStatus.OF_PACKS)
                .hasSize(21)
                .doesNotHaveDuplicates()
                .allSatisfy(word -> assertThat(CertificateStatus.of(word)).isNotEqualTo(Status.UNKNOWN));
    }
}
