package dev.ascertain.core.judge;

import dev.ascertain.spi.LiveVerification;
import dev.ascertain.spi.Trigger;
import dev.ascertain.spi.TriggerDecision;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What was found about one live verification, or about a declaration for which there is none.
 *
 * @param live null if there is none, or none could be read
 * @param findings every rule that matched, the headline first; never empty
 * @param action what to do; {@link Action#RETRY} until a trigger is found or refused
 * @param wish which kind of check would help; null unless the action is {@link Action#RETRY}
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

    /** This judgement with what the provider says of how to ask. Only for one whose action is a retry. */
    public Judgement decided(TriggerDecision decision) {
        Finding headline = headline();
        return switch (decision) {
            case TriggerDecision.Ask(Trigger call) ->
                new Judgement(
                        live,
                        differences,
                        lead(headline.next("ask " + call.description()), findings),
                        action,
                        wish,
                        call);
            case TriggerDecision.OnlyLook(String why) ->
                new Judgement(live, differences, lead(headline.next(why), findings), Action.WAIT, null, null);
            case TriggerDecision.Impossible(String why) ->
                new Judgement(live, differences, lead(headline.blocked(why), findings), Action.MANUAL, null, null);
        };
    }

    /** The findings with another headline in place of the first. */
    static List<Finding> lead(Finding headline, List<Finding> findings) {
        return Stream.concat(Stream.of(headline), findings.stream().skip(1)).toList();
    }
}
