package dev.ascertain.cli.view;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ascertain.cli.terminal.Outlet;
import dev.ascertain.core.apply.ApplyEvent;
import dev.ascertain.core.apply.Outcome;
import dev.ascertain.core.observe.ObserveEvent;
import dev.ascertain.testkit.FakeTime;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProgressTest {
    private static final Screen SCREEN = new Screen(80, 80, true, false, ZoneId.of("UTC"));

    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private final FakeTime time = FakeTime.at("2026-11-22T12:00:00Z");

    @Test
    void theLiveLineIsRewrittenAtMostFiveTimesASecond() {
        Progress progress = progress(Progress.Mode.LIVE);
        for (int done = 1; done <= 1000; done++) {
            time.advance(Duration.ofMillis(4));
            progress.observing(read(done, 1000));
        }
        assertThat(text().chars().filter(one -> one == '\r')).hasSize(20);
        assertThat(text()).contains("\r0:02  Reading … 501 of 1000, 250 per second\u001b[K");
    }

    @Test
    void timeGoesOnWhereNothingHappensAndNoLineComesBackByItself() {
        Progress progress = progress(Progress.Mode.LIVE);
        progress.tick();
        progress.observing(read(1, 10));
        time.advance(Duration.ofSeconds(65));
        progress.tick();
        progress.clear();
        progress.tick();
        assertThat(text())
                .isEqualTo(
                        "\r0:00  Reading … 1 of 10\u001b[K\r1:05  Reading … 1 of 10, 0 per second\u001b[K\r\u001b[K");
    }

    @Test
    void aMessageTakesThePlaceOfTheLiveLine() {
        Progress progress = progress(Progress.Mode.LIVE);
        progress.observing(read(1, 10));
        progress.say("Warning: x\n");
        assertThat(text()).isEqualTo("\r0:00  Reading … 1 of 10\u001b[K\r\u001b[KWarning: x\n");
    }

    @Test
    void offATerminalALargeReadTellsEachTenth() {
        Progress progress = progress(Progress.Mode.LINES);
        for (int done = 1; done <= 1000; done++) {
            progress.observing(read(done, 1000));
        }
        assertThat(text().lines()).hasSize(10).startsWith("Read 100 of 1000 (10 %)");
    }

    @Test
    void offATerminalASmallReadIsQuiet() {
        progress(Progress.Mode.LINES).observing(read(1, 10));
        assertThat(text()).isEmpty();
    }

    @Test
    void aLookAtTheWorldIsALiveLineOnATerminal() {
        Progress progress = progress(Progress.Mode.LIVE);
        progress.gathering(new EvidenceEvent.Started(3));
        assertThat(text()).isEqualTo("\r0:00  Gathering evidence for 3 verifications …\u001b[K");
    }

    @Test
    void aLookAtTheWorldThatTakesAMomentIsToldOffATerminal() {
        Progress progress = progress(Progress.Mode.LINES);
        progress.gathering(new EvidenceEvent.Started(1));
        progress.gathering(new EvidenceEvent.Completed(1, 1, 0, 0, Duration.ofMillis(100)));
        progress.gathering(new EvidenceEvent.Completed(40, 120, 1, 2, Duration.ofMillis(12_340)));
        assertThat(text()).isEqualTo("Gathered evidence: 120 questions, 1 page, 2 certificates in 12.3 s\n");
    }

    @Test
    void whileApplyWaitsOnlyChangesOfStateAreTold() {
        Progress progress = progress(Progress.Mode.LINES);
        var trigger = Objects.requireNonNull(World.retry().trigger());
        progress.applying(new ApplyEvent.Started(List.of(World.retry()), trigger));
        for (int look = 0; look < 3; look++) {
            progress.applying(new ApplyEvent.Progress(
                    World.waiting(), time.instant(), time.instant().plusSeconds(20)));
            time.advance(Duration.ofSeconds(20));
        }
        progress.applying(
                new ApplyEvent.Completed(new Outcome(World.waiting(), Outcome.Result.MET, "x", null, 0, World.met())));
        assertThat(text()).isEqualTo("""
                        12:00:00  asking Cloudflare to retry (zone example.com, ?retry=true): cloudflare_ssl_verification.shop  *.shop.example.com
                        12:00:00  cloudflare_ssl_verification.shop  shop.example.com  certificate_status "pending_deployment"; looked at again in 20 s
                        12:01:00  cloudflare_ssl_verification.shop  shop.example.com  met
                        """);
    }

    @Test
    void onATerminalTheLineTellsWhatIsWaitedFor() {
        Progress progress = progress(Progress.Mode.LIVE);
        progress.applying(new ApplyEvent.Progress(
                World.waiting(), time.instant(), time.instant().plusSeconds(20)));
        assertThat(text()).endsWith("\r0:00  Waiting for 1: shop  shop.example.com, looked at again in 20 s\u001b[K");
    }

    @Test
    void inAWideWindowTheLineTellsAllOfIt() {
        Screen wide = new Screen(100, 200, true, false, ZoneId.of("UTC"));
        var progress = new Progress(new Outlet(err, () -> {}), time, Progress.Mode.LIVE, wide);
        progress.applying(new ApplyEvent.Progress(
                World.waiting(), time.instant(), time.instant().plusSeconds(20)));
        assertThat(text())
                .endsWith("\r0:00  Waiting for 1: cloudflare_ssl_verification.shop  shop.example.com"
                        + "  certificate_status \"pending_deployment\" for 0 s, looked at again in 20 s\u001b[K");
    }

    @Test
    void inANarrowWindowNewsIsWrappedAndTheLineShortened() {
        Screen narrow = new Screen(60, 60, true, false, ZoneId.of("UTC"));
        var progress = new Progress(new Outlet(err, () -> {}), time, Progress.Mode.LIVE, narrow);
        var trigger = Objects.requireNonNull(World.retry().trigger());
        progress.applying(new ApplyEvent.Started(List.of(World.retry()), trigger));
        progress.applying(new ApplyEvent.Progress(
                World.waiting(), time.instant(), time.instant().plusSeconds(20)));
        assertThat(text()).isEqualTo("""
                        12:00:00  asking Cloudflare to retry (zone example.com,
                                  ?retry=true): cloudflare_ssl_verification.shop
                                  *.shop.example.com
                        12:00:00  cloudflare_ssl_verification.shop  shop.example.com
                                  certificate_status "pending_deployment"; looked at
                                  again in 20 s
                        """ + "\r0:00  Waiting for 1, the next looked at again in 20 s\u001b[K");
    }

    @ParameterizedTest
    @CsvSource({
        "x.shop, x.shop met",
        "huaweicloud_live_domain_verification.shop, 'huaweicloud_live_domain_verification.\nshop met'",
        "'a_type.shop[\"a-rather-long-key.example.com\"]', 'a_type.shop\n[\"a-rather-long-key.example.com\"] met'",
        "'verification.fleet[\"shop.example-of-a-long-name.com\"]',"
                + " 'verification.fleet\n[\"shop.example-of-a-long-name.com\"]\nmet'",
        "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa, 'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa\nmet'",
    })
    void anAddressThatIsLongerThanALineIsBrokenWhereItHasParts(String address, String lines) {
        var page = new Page(new Screen(48, 48, true, false, ZoneId.of("UTC")));
        page.told("12:00:00  ", address + " met");
        assertThat(page).hasToString("12:00:00  " + lines.replace("\n", "\n          ") + "\n");
    }

    @Test
    void silenceIsSilent() {
        Progress progress = progress(Progress.Mode.SILENT);
        progress.observing(read(1, 10));
        progress.applying(new ApplyEvent.Notice("x"));
        assertThat(text()).isEmpty();
    }

    private Progress progress(Progress.Mode mode) {
        return new Progress(new Outlet(err, () -> {}), time, mode, SCREEN);
    }

    private static ObserveEvent read(int done, int total) {
        return new ObserveEvent.Completed("cloudflare", "zone", done, total, Duration.ZERO, null);
    }

    private String text() {
        return err.toString(StandardCharsets.UTF_8);
    }
}
