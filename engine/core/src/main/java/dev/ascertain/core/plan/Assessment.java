package dev.ascertain.core.plan;

import dev.ascertain.core.judge.Action;
import dev.ascertain.core.judge.Forced;
import dev.ascertain.core.judge.Judge;
import dev.ascertain.core.judge.Judgement;
import dev.ascertain.core.judge.Sight;
import dev.ascertain.core.manifest.Declaration;
import dev.ascertain.core.observe.Bound;
import dev.ascertain.core.observe.Look;
import dev.ascertain.spi.Claim;
import dev.ascertain.spi.LiveVerification;
import dev.ascertain.spi.Observation;
import dev.ascertain.spi.Observer;
import dev.ascertain.spi.ProviderException;
import dev.ascertain.spi.Schedule;
import dev.ascertain.spi.Target;
import dev.ascertain.spi.Trigger;
import dev.ascertain.spi.TriggerDecision;
import dev.ascertain.spi.TriggerWish;
import java.time.Instant;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * From one look at a target to what is to be done about each of its verifications. Pure: plan and apply both come
 * through here, so that they cannot judge differently.
 */
public final class Assessment {
    /**
     * @param unforced what it was before it was forced; the same if it was not
     */
    private record Judged(Declaration declaration, Judgement judgement, Judgement unforced) {
        Judged(Declaration declaration, Judgement judgement) {
            this(declaration, judgement, judgement);
        }

        Judged forced() {
            return Forced.of(declaration, judgement)
                    .map(insisted -> new Judged(declaration, insisted, judgement))
                    .orElse(this);
        }

        /** What cannot be asked for is not forced either. */
        Judged decided(TriggerDecision decision, Instant now) {
            boolean inVain = !judgement.equals(unforced) && !(decision instanceof TriggerDecision.Ask);
            return inVain
                    ? new Judged(declaration, unforced)
                    : new Judged(declaration, judgement.decided(decision, now));
        }
    }

    private Assessment() {}

    /** Whether a check may be asked for at all: planning leaves that open, apply is bound by its plan. */
    @FunctionalInterface
    public interface Permission {
        /** Everything may be asked for. */
        Permission OPEN = _ -> null;

        /**
         * @param key the change's {@link Change#key}
         * @return a sentence why not to ask for this one; null if it may be asked for
         */
        @Nullable String refusal(String key);
    }

    /** What is asked for although something stands in the way. */
    @FunctionalInterface
    public interface Force {
        boolean holds(Subject subject, LiveVerification live);
    }

    /**
     * @param vendor the provider's name in sentences
     * @param observer tells by which calls a check can be asked for
     * @return the changes of all declarations of the target, in their order, then in the provider's
     */
    public static List<Change> assess(
            Bound bound, Look look, String vendor, Observer observer, Circumstances circumstances) {
        return switch (look) {
            case Look.Unseen(ProviderException failure) ->
                bound.declarations().stream()
                        .map(declaration -> change(new Judged(declaration, Judge.unread(failure))))
                        .toList();
            case Look.Seen(Observation observation) ->
                new Decisions(bound.target(), observation, observer, circumstances.now())
                        .of(judge(bound, observation, vendor, circumstances)).stream()
                                .map(Assessment::change)
                                .toList();
        };
    }

    private static List<Judged> judge(
            Bound bound, Observation observation, String vendor, Circumstances circumstances) {
        Sight sight = circumstances.sight(observation);
        return bound.declarations().stream()
                .flatMap(declaration -> Judge.judge(vendor, declaration, sight).stream()
                        .map(judgement -> new Judged(declaration, judgement)))
                .map(judged -> forced(judged, circumstances.force()))
                .map(judged -> permitted(judged, circumstances))
                .toList();
    }

    private static Judged forced(Judged judged, Force force) {
        LiveVerification live = judged.judgement().live();
        return live != null && force.holds(subject(judged.declaration(), live), live) ? judged.forced() : judged;
    }

    private static Judged permitted(Judged judged, Circumstances circumstances) {
        if (judged.judgement().action() != Action.RETRY) {
            return judged;
        }
        String refusal = circumstances
                .permission()
                .refusal(
                        subject(judged.declaration(), judged.judgement().live()).key());
        return refusal == null
                ? judged
                : new Judged(
                        judged.declaration(),
                        judged.judgement().decided(new TriggerDecision.OnlyLook(refusal), circumstances.now()));
    }

    /** By which calls the provider lets checks be asked for. What is asked for later is none of the calls' business now. */
    private record Decisions(Target target, Observation observation, Observer observer, Instant now) {
        List<Judged> of(List<Judged> all) {
            return decided(decided(all, judgement -> judgement.action() == Action.RETRY), Judgement::asksLater);
        }

        private List<Judged> decided(List<Judged> all, Predicate<Judgement> wishes) {
            List<TriggerWish> wanted = all.stream()
                    .filter(judged -> wishes.test(judged.judgement()))
                    .map(Assessment::wish)
                    .toList();
            if (wanted.isEmpty()) {
                return all;
            }
            Iterator<TriggerDecision> decisions =
                    observer.decide(target, observation, wanted).iterator();
            return all.stream()
                    .map(judged -> wishes.test(judged.judgement()) ? judged.decided(decisions.next(), now) : judged)
                    .toList();
        }
    }

    private static TriggerWish wish(Judged judged) {
        LiveVerification live = Objects.requireNonNull(judged.judgement().live());
        Trigger.Kind kind = Objects.requireNonNull(judged.judgement().wish());
        return new TriggerWish(judged.declaration().declared(), live, kind);
    }

    private static Change change(Judged judged) {
        Judgement judgement = judged.judgement();
        LiveVerification live = judgement.live();
        return new Change(
                subject(judged.declaration(), live),
                judgement.headline().verdict(),
                judgement.action(),
                judgement.headline().reason(),
                judgement.headline().next(),
                judgement.findings(),
                judgement.trigger(),
                judgement.differences(),
                live == null ? Map.of() : live.attributes(),
                live == null ? List.of() : live.challenges(),
                live == null ? Schedule.UNKNOWN : live.schedule(),
                live == null ? Claim.NONE : live.claim());
    }

    private static Subject subject(Declaration declaration, @Nullable LiveVerification live) {
        return new Subject(
                declaration.address().toString(),
                live == null ? "" : live.label(),
                declaration.type().name(),
                declaration.account(),
                declaration.severity(),
                declaration.owner(),
                declaration.place().file(),
                declaration.place().line(),
                declaration.place().column());
    }
}
