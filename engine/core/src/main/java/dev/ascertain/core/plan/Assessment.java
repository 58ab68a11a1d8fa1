package dev.ascertain.core.plan;

import dev.ascertain.core.judge.Action;
import dev.ascertain.core.judge.Judge;
import dev.ascertain.core.judge.Judgement;
import dev.ascertain.core.judge.Sight;
import dev.ascertain.core.manifest.Declaration;
import dev.ascertain.core.observe.Bound;
import dev.ascertain.core.observe.Look;
import dev.ascertain.spi.LiveVerification;
import dev.ascertain.spi.Observation;
import dev.ascertain.spi.Observer;
import dev.ascertain.spi.ProviderException;
import dev.ascertain.spi.Schedule;
import dev.ascertain.spi.Trigger;
import dev.ascertain.spi.TriggerDecision;
import dev.ascertain.spi.TriggerWish;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * From one look at a target to what is to be done about each of its verifications. Pure: plan and apply both come
 * through here, so that they cannot judge differently.
 */
public final class Assessment {
    private record Judged(Declaration declaration, Judgement judgement) {}

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
                decide(bound, observation, judge(bound, observation, vendor, circumstances), observer);
        };
    }

    private static List<Judged> judge(
            Bound bound, Observation observation, String vendor, Circumstances circumstances) {
        Sight sight = circumstances.sight(observation);
        return bound.declarations().stream()
                .flatMap(declaration -> Judge.judge(vendor, declaration, sight).stream()
                        .map(judgement -> new Judged(declaration, judgement)))
                .map(judged -> permitted(judged, circumstances.permission()))
                .toList();
    }

    private static Judged permitted(Judged judged, Permission permission) {
        if (!wishes(judged)) {
            return judged;
        }
        String refusal = permission.refusal(
                subject(judged.declaration(), judged.judgement().live()).key());
        return refusal == null
                ? judged
                : new Judged(judged.declaration(), judged.judgement().decided(new TriggerDecision.OnlyLook(refusal)));
    }

    private static List<Change> decide(Bound bound, Observation observation, List<Judged> judged, Observer observer) {
        List<TriggerWish> wishes =
                judged.stream().filter(Assessment::wishes).map(Assessment::wish).toList();
        Iterator<TriggerDecision> decisions = wishes.isEmpty()
                ? List.<TriggerDecision>of().iterator()
                : observer.decide(bound.target(), observation, wishes).iterator();
        var changes = new ArrayList<Change>(judged.size());
        for (Judged each : judged) {
            changes.add(change(
                    wishes(each)
                            ? new Judged(each.declaration(), each.judgement().decided(decisions.next()))
                            : each));
        }
        return changes;
    }

    private static boolean wishes(Judged judged) {
        return judged.judgement().action() == Action.RETRY;
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
                live == null ? Schedule.UNKNOWN : live.schedule());
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
