package dev.ascertain.benchmark;

import dev.ascertain.cli.view.PlanText;
import dev.ascertain.cli.view.Screen;
import dev.ascertain.core.diagnostic.Place;
import dev.ascertain.core.diagnostic.Severity;
import dev.ascertain.core.manifest.Address;
import dev.ascertain.core.manifest.Declaration;
import dev.ascertain.core.manifest.Matcher;
import dev.ascertain.core.observe.Bound;
import dev.ascertain.core.observe.Look;
import dev.ascertain.core.plan.Assessment;
import dev.ascertain.core.plan.Change;
import dev.ascertain.core.plan.Circumstances;
import dev.ascertain.core.plan.Plan;
import dev.ascertain.evidence.Evidence;
import dev.ascertain.spi.Challenge;
import dev.ascertain.spi.Declared;
import dev.ascertain.spi.Interest;
import dev.ascertain.spi.LiveAttribute;
import dev.ascertain.spi.LiveVerification;
import dev.ascertain.spi.Observation;
import dev.ascertain.spi.Observer;
import dev.ascertain.spi.Obstacle;
import dev.ascertain.spi.ResourceType;
import dev.ascertain.spi.Schedule;
import dev.ascertain.spi.Status;
import dev.ascertain.spi.Target;
import dev.ascertain.spi.Trigger;
import dev.ascertain.spi.TriggerDecision;
import dev.ascertain.spi.TriggerWish;
import dev.ascertain.spi.Value;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Judges as many verifications as its argument says, each of another target and most of them not as expected, and renders
 * the plan, with no network and no disk. Prints milliseconds, in a process that has done nothing before.
 */
final class JudgeAndRender {
    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
    private static final List<Status> STATUSES =
            List.of(Status.GAVE_UP, Status.NEEDS_PROOF, Status.IN_PROGRESS, Status.ENDED, Status.VERIFIED);
    private static final ResourceType TYPE = new ResourceType(
            "stub_verification",
            "A verification.",
            List.of(),
            List.of(LiveAttribute.text("state", "The state.")),
            List.of(),
            List.of(),
            List.of(Duration.ofSeconds(5)));

    private record Zone(int number) implements Target {
        @Override
        public String describe() {
            return "zone " + number;
        }
    }

    private static final class Stub implements Observer {
        @Override
        public Target bind(Declared declared) {
            throw new UnsupportedOperationException("all is bound already");
        }

        @Override
        public Observation observe(Target target, Interest interest) {
            throw new UnsupportedOperationException("all is observed already");
        }

        @Override
        public List<TriggerDecision> decide(Target target, Observation observation, List<TriggerWish> wishes) {
            var trigger = new Trigger(Trigger.Kind.RECHECK, "Stub to retry (" + target.describe() + ")", "");
            return wishes.stream()
                    .<TriggerDecision>map(_ -> new TriggerDecision.Ask(trigger))
                    .toList();
        }
    }

    private JudgeAndRender() {}

    public static void main(String[] arguments) {
        var fleet = Fleet.of(Integer.parseInt(arguments[0]));
        long begin = System.nanoTime();
        long written = render(fleet.judged());
        long millis = (System.nanoTime() - begin) / 1_000_000;
        if (written < fleet.looks.size()) {
            throw new IllegalStateException("only " + written + " characters were rendered");
        }
        System.out.println(millis);
    }

    /** What is looked at, and what was seen. */
    private record Fleet(List<Bound> targets, List<Look> looks) {
        static Fleet of(int count) {
            List<Bound> targets = new ArrayList<>(count);
            List<Look> looks = new ArrayList<>(count);
            for (int i = 0; i < count; i++) {
                targets.add(new Bound("stub", new Zone(i), List.of(declaration(i))));
                looks.add(new Look.Seen(new Observation(NOW, List.of(live(i)), List.of(), List.of())));
            }
            return new Fleet(targets, looks);
        }

        Plan judged() {
            return new Plan("id", "0", NOW, NOW, List.of("stub.yaml"), "sha256:0", true, judge(targets, looks), null);
        }
    }

    /** A plan of so many verifications. */
    static Plan plan(int count) {
        return Fleet.of(count).judged();
    }

    private static List<Change> judge(List<Bound> targets, List<Look> looks) {
        var observer = new Stub();
        var circumstances = Circumstances.planning(Evidence.NONE, NOW);
        List<Change> changes = new ArrayList<>(targets.size());
        for (int i = 0; i < targets.size(); i++) {
            changes.addAll(Assessment.assess(targets.get(i), looks.get(i), "Stub", observer, circumstances));
        }
        return changes;
    }

    private static long render(Plan plan) {
        var written = new AtomicLong();
        new PlanText(new Screen(80, 80, true, false, ZoneOffset.UTC), _ -> "Stub", false)
                .write(plan, NOW, text -> written.addAndGet(text.length()));
        return written.get();
    }

    private static Declaration declaration(int i) {
        return new Declaration(
                new Address(TYPE.name(), "fleet", "d" + i),
                TYPE,
                "stub",
                new Declared("stub_verification.fleet[\"d" + i + "\"]", TYPE.name(), Map.of()),
                Map.of(),
                Declaration.Match.EVERY,
                Map.of("state", new Matcher.Equals(Value.of("VERIFIED"))),
                Declaration.Retry.AUTO,
                Severity.ERROR,
                "team " + i % 7,
                new Place("stub.yaml", i + 1, 1, 1, ""));
    }

    private static LiveVerification live(int i) {
        var status = STATUSES.get(i % STATUSES.size());
        List<Obstacle> obstacles = status == Status.ENDED ? List.of(new Obstacle.BrandReview("pack " + i)) : List.of();
        return new LiveVerification(
                "v" + i,
                "host" + i + ".example",
                Map.of("state", Value.of(status.name())),
                status,
                obstacles,
                List.of(new Challenge.Txt("_acme-challenge.host" + i + ".example", "token" + i, null)),
                List.of(),
                Schedule.UNKNOWN);
    }
}
