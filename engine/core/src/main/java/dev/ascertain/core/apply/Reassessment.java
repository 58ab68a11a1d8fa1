package dev.ascertain.core.apply;

import dev.ascertain.core.apply.TargetRun.Surroundings;
import dev.ascertain.core.judge.Action;
import dev.ascertain.core.judge.Sight;
import dev.ascertain.core.observe.Accounts;
import dev.ascertain.core.observe.Bound;
import dev.ascertain.core.observe.Look;
import dev.ascertain.core.plan.Assessment;
import dev.ascertain.core.plan.Change;
import dev.ascertain.core.plan.Circumstances;
import dev.ascertain.core.plan.Subject;
import dev.ascertain.spi.LiveVerification;
import dev.ascertain.spi.Observation;
import dev.ascertain.spi.Value;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Judges again what a look at one target shows, bound by the plan, by what was asked for already, and by what is seen of
 * the world. For one thread.
 */
final class Reassessment {
    private final Bound bound;
    private final Accounts accounts;
    private final Surroundings around;
    private final Map<String, Pursuit> open;
    private final Limits limits = new Limits();
    private final Horizon horizon;

    /**
     * @param open what is not at its end yet, by {@link Change#key}; whoever holds it goes on changing it
     */
    Reassessment(Bound bound, Accounts accounts, Surroundings around, Map<String, Pursuit> open) {
        this.bound = bound;
        this.accounts = accounts;
        this.around = around;
        this.open = open;
        this.horizon = new Horizon(around.lookout(), bound);
    }

    Limits limits() {
        return limits;
    }

    /**
     * Judges a look; if a check would be asked for, then on a fresh look at the world too.
     *
     * @param since when the look began
     */
    List<Change> fresh(Look.Seen look, Instant since) {
        if (horizon.isBehind(look, this::isPursued, around.now()) || isDue()) {
            return onFreshEvidence(look, since);
        }
        List<Change> changes = known(look);
        boolean asks =
                changes.stream().anyMatch(change -> change.action() == Action.RETRY && open.containsKey(change.key()));
        return asks && horizon.isOpen() ? onFreshEvidence(look, since) : changes;
    }

    private List<Change> onFreshEvidence(Look.Seen look, Instant since) {
        horizon.look(look, this::isPursued, since, around.now());
        return known(look);
    }

    /** Judges a look by what was seen of the world before. */
    List<Change> known(Look.Seen look) {
        var circumstances = new Circumstances(
                horizon.vantage(), asked(look.observation()), this::refusal, this::isForced, around.now());
        return Assessment.assess(
                bound, look, accounts.vendor(bound.account()), accounts.observer(bound.account()), circumstances);
    }

    /** When something that waits for the world is looked at again; null if nothing does, or if that was missed. */
    @Nullable Instant due() {
        Instant due = worldDue();
        return due != null && due.isAfter(around.now()) ? due : null;
    }

    private @Nullable Instant worldDue() {
        return open.values().stream()
                .filter(Pursuit::waitsForTheWorld)
                .map(pursuit -> horizon.due(pursuit.again(), around.now()))
                .min(Comparator.naturalOrder())
                .orElse(null);
    }

    private boolean isDue() {
        Instant due = horizon.isOpen() ? worldDue() : null;
        return due != null && !due.isAfter(around.now());
    }

    private boolean isPursued(String label) {
        return open.values().stream().anyMatch(pursuit -> pursuit.instance().equals(label));
    }

    private Map<String, Sight.Asked> asked(Observation observation) {
        var asked = new HashMap<String, Sight.Asked>();
        for (LiveVerification live : observation.verifications()) {
            if (limits.count(live.label()) > 0) {
                asked.put(live.id(), limits.history(live.label()));
            }
        }
        return asked;
    }

    private @Nullable String refusal(String key) {
        Pursuit pursuit = open.get(key);
        if (pursuit == null || !pursuit.mayAsk()) {
            return "plan again: this plan does not list it as one to ask for";
        }
        if (around.isOver()) {
            return "plan again: the deadline has come";
        }
        Instant planned = horizon.isOpen() ? null : pursuit.plannedWait();
        if (planned != null && planned.isAfter(around.now())) {
            return "wait until " + planned + ", as the plan says";
        }
        return refusal(pursuit);
    }

    private @Nullable String refusal(Pursuit pursuit) {
        if (pursuit.isForced() && limits.count(pursuit.instance()) > 0) {
            return "wait: it was forced once, which is not repeated in one run";
        }
        return limits.allow(pursuit.instance(), around.now())
                ? null
                : "wait: it was asked for a moment ago, and is asked at most every 12 minutes and 3 times";
    }

    /** What the plan forces stays forced until the provider itself says something else; what comes of it then counts. */
    private boolean isForced(Subject subject, LiveVerification live) {
        Pursuit pursuit = open.get(subject.key());
        return pursuit != null
                && pursuit.isForced()
                && (pursuit.asked() || sameState(pursuit.planned().observed(), live.attributes()));
    }

    /** As texts: a saved plan does not tell a time from a text that looks like one. */
    private static boolean sameState(Map<String, Value> planned, Map<String, Value> now) {
        return planned.keySet().equals(now.keySet())
                && planned.entrySet().stream()
                        .allMatch(attribute -> attribute
                                .getValue()
                                .asText()
                                .equals(Objects.requireNonNull(now.get(attribute.getKey()))
                                        .asText()));
    }
}
