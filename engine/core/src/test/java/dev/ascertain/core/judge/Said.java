package dev.ascertain.core.judge;

import static dev.ascertain.core.Sample.NOW;
import static dev.ascertain.core.Sample.declaration;
import static dev.ascertain.core.Sample.live;
import static dev.ascertain.core.Sample.observation;
import static dev.ascertain.core.Sample.with;

import dev.ascertain.core.manifest.Declaration;
import dev.ascertain.core.manifest.Declaration.Match;
import dev.ascertain.core.manifest.Declaration.Retry;
import dev.ascertain.spi.LiveVerification;
import dev.ascertain.spi.Observation;
import dev.ascertain.spi.Obstacle;
import dev.ascertain.spi.ProviderException;
import dev.ascertain.spi.Schedule;
import dev.ascertain.spi.Status;
import dev.ascertain.spi.Value;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a rule says of some case, as the page on reasons shows it.
 *
 * @param shown the lines of the plan; of the provider's own words only the beginning
 */
record Said(String code, String verdict, String party, String shown) {
    private static final Path FIXTURES = Path.of("src/test/resources/dev/ascertain/core/judge/rules");

    /** As {@link RuleFixturesTest} writes it: verdict, code, party, message, next step. */
    private static final Pattern FOUND =
            Pattern.compile("(?m)^\\S+ (\\w+) (\\S+), for (\\w+)\\n {2}(.+)\\n(?: {2}next: (.+)\\n)?");

    private static final LiveVerification PENDING = live("a", Status.NEEDS_PROOF, "pending");

    /** What is found of each fixture that is named for it. */
    static List<Said> inFixtures() throws IOException {
        try (Stream<Path> folders = Files.list(FIXTURES)) {
            return folders.sorted().flatMap(Said::inFixture).toList();
        }
    }

    private static Stream<Said> inFixture(Path folder) {
        try {
            return FOUND.matcher(Files.readString(folder.resolve("triggers.txt"))).results().toList().stream()
                    .filter(found -> folder.getFileName().toString().endsWith("-" + found.group(2)))
                    .map(Said::of);
        } catch (IOException unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }

    private static Said of(MatchResult found) {
        return new Said(
                found.group(2), found.group(1), found.group(3), shown(found.group(1), found.group(4), found.group(5)));
    }

    private static Said of(Finding finding) {
        String verdict = finding.verdict().word();
        return new Said(
                finding.reason().code(),
                verdict,
                finding.owner().word(),
                shown(verdict, finding.reason().message(), finding.next()));
    }

    private static String shown(String verdict, String message, @Nullable String next) {
        return switch (verdict) {
            case "met" -> "as expected";
            case "unobservable" -> message;
            case "warning", "info" -> "also  " + verdict + ": " + message + "\n";
            default -> "why   " + message + "\n" + (next == null ? "" : "next  " + next + "\n");
        };
    }

    /** What is said without evidence. */
    static List<Said> ofStates() {
        return Stream.of(states(), obstacles(), alone(), failures())
                .flatMap(findings -> findings)
                .map(Said::of)
                .toList();
    }

    private static Stream<Finding> states() {
        return Stream.of(
                        live("a", Status.VERIFIED, "active"),
                        PENDING,
                        live("a", Status.GAVE_UP, "timed_out"),
                        live("a", Status.IN_PROGRESS, "working"),
                        live("a", Status.IN_PROGRESS, "working", created(Duration.ofHours(25))),
                        live("a", Status.EXPIRED, "expired"),
                        live("a", Status.ENDED, "deleted"),
                        live("a", Status.STAND_BY, "backup"),
                        live("a", Status.UNKNOWN, "unheard_of"),
                        live("a", Status.VERIFIED, "other"),
                        live("a", Status.NEEDS_PROOF, "pending", tokenUntil(NOW.minus(Duration.ofHours(2)))))
                .map(Said::finding);
    }

    private static Stream<Finding> obstacles() {
        return Stream.of(
                        new Obstacle.BrandReview("ba6318f1-a4b2-361f-be38-6beafee0354d"),
                        new Obstacle.CaPolicy("the identifier is rejected by policy"),
                        new Obstacle.CaRateLimit(
                                "too many failed authorizations recently: retry after 2026-11-22 14:00:00 UTC",
                                NOW.plus(Duration.ofHours(2))),
                        new Obstacle.Moved("Zone shop.example has moved: its name servers are no longer Cloudflare's."),
                        new Obstacle.ProviderBlock("the hostname is on a list of abuse"),
                        new Obstacle.DeletionImminent(NOW.plus(Duration.ofHours(20))),
                        new Obstacle.NotActive(
                                "Zone shop.example is pending: Cloudflare has not seen yet that its name servers were changed."),
                        new Obstacle.ToChange(
                                "shop.example:443 serves a certificate that clients refuse: it leads to no certificate authority that is known here: it is a private one, or an intermediate certificate is not served along with it.",
                                "serve one for shop.example that clients accept"))
                .map(obstacle -> finding(with(PENDING, obstacle)));
    }

    private static Stream<Finding> alone() {
        Declaration http = declaration("shop", Map.of("method", Value.of("http")), Map.of(), Match.EVERY, Retry.AUTO);
        LiveVerification silent = new LiveVerification(
                "a", "a", Map.of(), Status.VERIFIED, List.of(), List.of(), List.of(), Schedule.UNKNOWN);
        Judgement reviewed = judgement(declaration("shop"), with(PENDING, new Obstacle.BrandReview(null)));
        return Stream.of(
                judgement(http, live("a", Status.VERIFIED, "active")).headline(),
                finding(silent),
                renewal(Duration.ofDays(30)),
                judgement(declaration("shop")).headline(),
                Forced.of(declaration("shop"), reviewed).orElseThrow().headline());
    }

    private static Finding renewal(Duration left) {
        LiveVerification inService =
                live("a", Status.VERIFIED, "active", new Schedule(null, null, null, null, NOW.plus(left), false));
        Observation both = observation(inService, PENDING);
        return Judge.judge("Cloudflare", declaration("shop"), Sight.of(both, NOW))
                .getLast()
                .headline();
    }

    /** Their words are the provider's own. */
    private static Stream<Finding> failures() {
        return Arrays.stream(ProviderException.Kind.values())
                .filter(kind -> kind != ProviderException.Kind.NOT_FOUND)
                .map(kind -> Judge.unread(
                                ProviderException.of(kind, "Cloudflare ").build())
                        .headline());
    }

    private static Finding finding(LiveVerification live) {
        return judgement(declaration("shop"), live).headline();
    }

    private static Judgement judgement(Declaration declaration, LiveVerification... live) {
        return Judge.judge("Cloudflare", declaration, Sight.of(observation(live), NOW))
                .getFirst();
    }

    private static Schedule created(Duration ago) {
        return new Schedule(NOW.minus(ago), null, null, null, null, false);
    }

    private static Schedule tokenUntil(Instant end) {
        return new Schedule(null, null, null, end, null, false);
    }
}
