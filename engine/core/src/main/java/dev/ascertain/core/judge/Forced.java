package dev.ascertain.core.judge;

import dev.ascertain.core.manifest.Declaration;
import dev.ascertain.core.manifest.Declaration.Retry;
import dev.ascertain.spi.Trigger;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A check that is asked for although something stands in the way, because a person insists on it. */
public final class Forced {
    /** The code of its reason. */
    public static final String CODE = Code.FORCED.word();

    private Forced() {}

    /**
     * The judgement with another headline, that says what stood in the way, and every finding behind it.
     *
     * @return empty where insisting is no use: it is met, gone, dead or unread; or where nothing stands in the way
     */
    public static Optional<Judgement> of(Declaration declaration, Judgement judgement) {
        boolean inTheWay = judgement.action() != Action.RETRY;
        return inTheWay && isOpen(judgement.headline().verdict())
                ? Optional.of(forced(declaration, judgement))
                : Optional.empty();
    }

    private static boolean isOpen(Verdict verdict) {
        return switch (verdict) {
            case READY, CONVERGING, WAITING, BLOCKED, HELD -> true;
            case MET, DEAD, ABSENT, UNOBSERVABLE, WARNING, INFO -> false;
        };
    }

    private static Judgement forced(Declaration declaration, Judgement judgement) {
        Finding headline = Finding.of(
                "-", Verdict.READY, Code.FORCED, message(declaration, judgement.headline()), null, Party.YOU);
        List<Finding> findings = Stream.concat(Stream.of(headline), judgement.findings().stream())
                .toList();
        boolean undesired = judgement.live() != null
                && !Expectations.undesired(declaration, judgement.live()).isEmpty();
        return new Judgement(
                judgement.live(),
                judgement.differences(),
                findings,
                Action.RETRY,
                undesired ? Trigger.Kind.NEW_ORDER : Trigger.Kind.RECHECK,
                null);
    }

    private static String message(Declaration declaration, Finding headline) {
        boolean never = declaration.retry() == Retry.NEVER;
        if (headline.verdict() == Verdict.READY) {
            return "Forced, although the manifest says retry: never.";
        }
        return "Forced, although something stands in the way"
                + (never ? " and the manifest says retry: never" : "") + ": "
                + headline.reason().message();
    }
}
