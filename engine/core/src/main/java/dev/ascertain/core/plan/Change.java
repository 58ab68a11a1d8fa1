package dev.ascertain.core.plan;

import dev.ascertain.core.judge.Action;
import dev.ascertain.core.judge.Difference;
import dev.ascertain.core.judge.Finding;
import dev.ascertain.core.judge.Forced;
import dev.ascertain.core.judge.Party;
import dev.ascertain.core.judge.Reason;
import dev.ascertain.core.judge.Verdict;
import dev.ascertain.spi.Challenge;
import dev.ascertain.spi.Claim;
import dev.ascertain.spi.Schedule;
import dev.ascertain.spi.Trigger;
import dev.ascertain.spi.Value;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a plan says of one verification; also of one that is as expected.
 *
 * @param verdict what its state means
 * @param action what apply does about it
 * @param reason the headline
 * @param next what to do, as a phrase; null if there is nothing
 * @param findings every rule that matched, the headline first
 * @param trigger the call that apply makes: present if the action is {@link Action#RETRY}, and also where that comes
 *     after a wait, with the verdict {@link Verdict#WAITING}
 * @param differences the attributes that are not as expected
 * @param observed the live attributes as reported
 * @param challenges what must be published
 * @param schedule the provider's own clock
 * @param claim what it is about in the world outside the provider
 */
public record Change(
        Subject subject,
        Verdict verdict,
        Action action,
        Reason reason,
        @Nullable String next,
        List<Finding> findings,
        @Nullable Trigger trigger,
        List<Difference> differences,
        Map<String, Value> observed,
        List<Challenge> challenges,
        Schedule schedule,
        Claim claim) {
    public Change {
        if (!fits(verdict, action, trigger)) {
            throw new IllegalArgumentException(verdict + " and " + action + " with trigger " + trigger);
        }
        findings = List.copyOf(findings);
        differences = List.copyOf(differences);
        observed = Collections.unmodifiableMap(new LinkedHashMap<>(observed));
        challenges = List.copyOf(challenges);
    }

    static boolean fits(Verdict verdict, Action action, @Nullable Trigger trigger) {
        boolean later = action == Action.WAIT && verdict == Verdict.WAITING;
        return trigger == null ? action != Action.RETRY : action == Action.RETRY || later;
    }

    /** When it is worth looking again; null if that is not known. */
    public @Nullable Instant again() {
        return findings.isEmpty() ? null : findings.getFirst().again();
    }

    /** Whether a check is asked for although something stands in the way. */
    public boolean isForced() {
        return reason.code().equals(Forced.CODE);
    }

    /** Whose move it is. */
    public Party party() {
        return findings.isEmpty() ? Party.YOU : findings.getFirst().owner();
    }

    /** Address and instance: one line for one verification. */
    public String key() {
        return subject.key();
    }
}
