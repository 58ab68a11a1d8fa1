package dev.ascertain.providers.cloudflare;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ascertain.spi.Schedule;
import dev.ascertain.spi.Status;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class RecheckScheduleTest {
    private static final Instant ORDERED = Instant.parse("2026-03-01T00:00:00Z");
    private static final Instant EXPIRES = Instant.parse("2026-05-30T00:00:00Z");

    /** The vendor's own figures: about 13 minutes, 1.6 h, 7 h, the cap at hour 29.5, 7.06 days. */
    @ParameterizedTest
    @CsvSource({"1, 0.02", "10, 0.21", "20, 1.58", "30, 7.11", "40, 29.52", "75, 169.52"})
    void attemptsTakeAsLongAsTheVendorSays(int attempts, double hours) {
        assertThat(RecheckSchedule.untilAttempts(attempts).toSeconds() / 3600.0).isCloseTo(hours, Offset.offset(0.01));
    }

    @Test
    void lastsForSevenDaysAndALittle() {
        assertThat(RecheckSchedule.untilAttempts(RecheckSchedule.ATTEMPTS).toSeconds() / 86_400.0)
                .isCloseTo(7.06, Offset.offset(0.01));
    }

    @ParameterizedTest
    @CsvSource({"0, 60", "9, 93", "10, 242", "39, 13975", "40, 14400", "74, 14400"})
    void gapsGrowUpToFourHours(int attempt, long seconds) {
        assertThat(RecheckSchedule.gapBefore(attempt)).isEqualTo(Duration.ofSeconds(seconds));
    }

    @ParameterizedTest
    @CsvSource({
        "PT0S, 2026-03-01T00:01:00Z",
        "PT60S, 2026-03-01T00:02:03Z",
        "PT169H31M2S, 2026-03-08T01:31:03Z",
    })
    void nextCheckIsTheFirstOneAhead(Duration age, Instant next) {
        Schedule schedule = RecheckSchedule.of(Status.NEEDS_PROOF, pack("lets_encrypt"), null, ORDERED.plus(age));
        assertThat(schedule)
                .isEqualTo(new Schedule(
                        ORDERED, next, ORDERED.plusSeconds(610_263), ORDERED.plus(Duration.ofDays(7)), EXPIRES, true));
    }

    /** A renewal in a pack that was ordered long ago. */
    @Test
    void aPackThatIsTooOldSaysNothingOfItsOrder() {
        assertThat(RecheckSchedule.of(
                        Status.NEEDS_PROOF, pack("lets_encrypt"), null, ORDERED.plus(Duration.ofDays(60))))
                .isEqualTo(new Schedule(null, null, null, null, EXPIRES, false));
    }

    @ParameterizedTest
    @CsvSource({"lets_encrypt, 7", "google, 14", "ssl_com, 14", "digicert, ", ", "})
    void tokensLiveAsLongAsTheAuthoritySays(String authority, Integer days) {
        assertThat(RecheckSchedule.of(Status.GAVE_UP, pack(authority), null, ORDERED)
                        .tokenExpires())
                .isEqualTo(days == null ? null : ORDERED.plus(Duration.ofDays(days)));
    }

    @ParameterizedTest
    @EnumSource(
            value = Status.class,
            names = {"VERIFIED", "STAND_BY", "EXPIRED", "ENDED"})
    void whatIsNotLookedForHasNoNextCheck(Status status) {
        assertThat(RecheckSchedule.of(status, pack("google"), null, ORDERED))
                .isEqualTo(new Schedule(ORDERED, null, null, null, EXPIRES, false));
    }

    @Test
    void whatGaveUpHasNoNextCheckButAToken() {
        assertThat(RecheckSchedule.of(Status.GAVE_UP, pack("google"), null, ORDERED))
                .isEqualTo(new Schedule(ORDERED, null, null, ORDERED.plus(Duration.ofDays(14)), EXPIRES, true));
    }

    @Test
    void nothingIsInventedWhereNoOrderTimeIsReported() {
        WirePack pack =
                Wires.pack("p").ca("google").expiring("2026-05-30T00:00:00Z").build();
        assertThat(RecheckSchedule.of(Status.NEEDS_PROOF, pack, null, ORDERED))
                .isEqualTo(new Schedule(null, null, null, null, EXPIRES, false));
        assertThat(RecheckSchedule.of(Status.NEEDS_PROOF, null, null, ORDERED)).isEqualTo(Schedule.UNKNOWN);
    }

    @Test
    void theExpiryIsThatOfTheActiveCertificateWithTheSameSignature() {
        WirePack pack = new WirePack(
                "p",
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                List.of(
                        new WirePack.Certificate("active", "SHA256WithRSA", "2026-06-01T00:00:00Z"),
                        new WirePack.Certificate("active", "ECDSAWithSHA256", "2026-07-01T00:00:00Z"),
                        new WirePack.Certificate("expired", "ECDSAWithSHA256", "2026-02-01T00:00:00Z"),
                        new WirePack.Certificate("active", "ECDSAWithSHA256", "soon")));
        assertThat(pack.expires("ECDSAWithSHA256")).isEqualTo(Instant.parse("2026-07-01T00:00:00Z"));
        assertThat(pack.expires(null)).isEqualTo(Instant.parse("2026-06-01T00:00:00Z"));
        assertThat(pack.expires("SHA1WithRSA")).isEqualTo(Instant.parse("2026-06-01T00:00:00Z"));
    }

    private static WirePack pack(String authority) {
        return Wires.pack("p")
                .ca(authority)
                .created("2026-03-01T00:00:00Z")
                .expiring("2026-05-30T00:00:00Z")
                .build();
    }
}
