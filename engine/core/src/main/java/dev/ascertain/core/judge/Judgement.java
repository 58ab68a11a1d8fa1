package dev.ascertain.core.judge;

import dev.ascertain.spi.LiveVerification;
import dev.ascertain.spi.Trigger;
import dev.ascertain.spi.TriggerDecision;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What was found about one live verification, or about a declaration for which there is none.
 *
 * @param live null if there is none, or none could be read
 * @param findings every rule that matched, the headline first; never empty
 * @param action what to do; {@link Action#RETRY} until a trigger is found or refused
 * @param wish which kind of check would help, now or after a wait; null if none is to be asked for
 * @param trigger by which call; null until {@link #decided}
 */
public record Judgement(
        @Nullable LiveVerification live,
        List<Difference> differences,
        List<Finding> findings,
        Action action,
        Trigger.@Nullable Kind wish,
        @Nullable Trigger trigger) {
    public Judgement {
        differences = List.copyOf(differences);
        findings = List.copyOf(findings);
    }

    public Finding headline() {
        return findings.getFirst();
    }

    /** Whether a check is to be asked for once a wait is over. */
    public boolean asksLater() {
        return wish != null && action == Action.WAIT;
    }

    /**
     * This judgement with what the provider says of how to ask. Only for one with a wish. One that waits goes on waiting
     * where nothing can be asked for: the wait may be all that it takes.
     *
     * @param now what a wait counts from
     */
    public Judgement decided(TriggerDecision decision, Instant now) {
        Finding headline = headline();
        if (asksLater()) {
            return decision instanceof TriggerDecision.Ask(Trigger call)
                    ? asking(headline.thenAsk(call.description(), now), call)
                    : new Judgement(live, differences, findings, action, null, null);
        }
        return switch (decision) {
            case TriggerDecision.Ask(Trigger call) -> asking(headline.next("ask " + call.description()), call);
            case TriggerDecision.OnlyLook(String why) ->
                new Judgement(live, differences, lead(headline.next(why), findings), Action.WAIT, null, null);
            case TriggerDecision.Impossible(String why) ->
                new Judgement(live, differences, lead(headline.blocked(why), findings), Action.MANUAL, null, null);
        };
    }

    private Judgement asking(Finding headline, Trigger call) {
        return new Judgement(live, differences, lead(headline, findings), action, wish, call);
    }

    /** The findings with another headline in place of the first. */
    static List<Finding> lead(Finding headline, List<Finding> findings) {
        return Stream.concat(Stream.of(headline), findings.stream().skip(1)).toList();
    }
}
