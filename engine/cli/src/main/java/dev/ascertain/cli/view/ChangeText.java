package dev.ascertain.cli.view;

import dev.ascertain.core.diagnostic.Severity;
import dev.ascertain.core.diagnostic.Visible;
import dev.ascertain.core.gate.Since;
import dev.ascertain.core.judge.Action;
import dev.ascertain.core.judge.Finding;
import dev.ascertain.core.judge.Verdict;
import dev.ascertain.core.plan.Change;
import dev.ascertain.core.plan.Subject;
import dev.ascertain.spi.Challenge;
import dev.ascertain.spi.Trigger;
import java.time.Instant;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** One change as a block of text: heading, differences, why, what next, when. */
final class ChangeText {
    private final UnaryOperator<String> titleOfType;
    private final Instant now;
    private final boolean verbose;

    /**
     * @param titleOfType the provider's name in sentences, by resource type
     * @param now what relative times count from
     * @param verbose whether long values are shown whole
     */
    ChangeText(UnaryOperator<String> titleOfType, Instant now, boolean verbose) {
        this.titleOfType = titleOfType;
        this.now = now;
        this.verbose = verbose;
    }

    /**
     * @param since how it stands beside an earlier run; null if there is nothing to tell
     */
    void write(Page page, Change change, @Nullable Since since) {
        Mark mark = Mark.of(change.action());
        page.heading(mark.on(page.screen()), mark.ink(), key(change), todo(change) + ComparisonText.mark(since));
        writeBody(page, change, "", change.next());
    }

    /**
     * What stands below the heading.
     *
     * @param said what stands there already, and is not said twice
     * @param next what to do; null if there is nothing
     */
    void writeBody(Page page, Change change, String said, @Nullable String next) {
        if (!isShown(change, verbose)) {
            return;
        }
        new DifferenceText(verbose).write(page, change.differences());
        if (!said.contains(change.reason().message())) {
            writeReason(page, change);
        }
        writeOthers(page, change);
        if (change.action() != Action.NONE) {
            writeNext(page, next == null ? again(change) : next, change);
        }
        ScheduleText.of(
                        change.schedule(),
                        titleOfType.apply(change.subject().type()),
                        now,
                        page.screen().zone())
                .ifPresent(sentence -> page.labelled("when", sentence));
    }

    /** What else was found; not what the headline repeats. */
    private void writeOthers(Page page, Change change) {
        for (Finding other : change.findings().stream().skip(1).toList()) {
            String message = other.reason().message();
            boolean said = change.isForced() && change.reason().message().contains(message);
            if (!said && (verbose || other.verdict() != Verdict.INFO)) {
                page.labelled("also", weight(other.verdict()) + Visible.line(message));
            }
        }
    }

    private static String weight(Verdict verdict) {
        return verdict.decides() ? "" : verdict.word() + ": ";
    }

    private static void writeReason(Page page, Change change) {
        String why = Visible.line(change.reason().message());
        if (change.action() == Action.ERROR) {
            page.body(why);
        } else if (change.action() != Action.NONE) {
            page.labelled("why", why);
        }
    }

    /** What a person must publish is a next step; what a check will look for is only shown. */
    private static void writeNext(Page page, @Nullable String next, Change change) {
        if (next != null) {
            page.labelled("next", Visible.line(next));
        }
        boolean manual = isToPublish(change);
        String label = manual ? next == null ? "next" : "" : "proof";
        for (String line : proofs(change)) {
            page.verbatim(label, line);
            label = "";
        }
    }

    private static boolean isToPublish(Change change) {
        return change.action() == Action.MANUAL && !breaksBeforeProof(change);
    }

    /** Whether delegation, DNSSEC or CAA is the matter: the proof may well be there, and to publish it is not what helps. */
    private static boolean breaksBeforeProof(Change change) {
        return change.findings().stream()
                .limit(1)
                .map(Finding::rule)
                .anyMatch(rule -> rule.startsWith("C") || rule.startsWith("D"));
    }

    /** What must be published, a line for each; with what to do where that is a person's move. */
    static List<String> proofs(Change change) {
        boolean manual = isToPublish(change);
        return change.challenges().stream()
                .map(challenge -> (manual ? verb(challenge) : "") + proof(challenge))
                .distinct()
                .toList();
    }

    /** A wait whose end is known, and that nothing follows. */
    private @Nullable String again(Change change) {
        Instant again = change.again();
        return again == null || !again.isAfter(now) ? null : "look again " + TimeText.relative(again, now);
    }

    private static String verb(Challenge challenge) {
        return switch (challenge) {
            case Challenge.Txt _, Challenge.Cname _, Challenge.HttpFile _ -> "publish  ";
            case Challenge.Email _ -> "confirm  ";
        };
    }

    private static String proof(Challenge challenge) {
        String name = Visible.line(challenge.name());
        String value = "\"" + Visible.line(challenge.value()) + "\"";
        return switch (challenge) {
            case Challenge.Txt _ -> name + "  TXT  " + value;
            case Challenge.Cname _ -> name + "  CNAME  " + Visible.line(challenge.value());
            case Challenge.HttpFile _ -> name + "  with the content  " + value;
            case Challenge.Email _ -> "the mail to " + name;
        };
    }

    /** Address and instance, harmless to print. */
    static String key(Change change) {
        String address = Visible.line(change.subject().address());
        String instance = Visible.line(change.subject().instance());
        return instance.isEmpty() ? address : address + "  " + instance;
    }

    /** What is done about it, in two words. */
    static String todo(Change change) {
        String words = switch (change.action()) {
            case NONE -> "as expected";
            case WAIT -> "wait";
            case RETRY -> (change.isForced() ? "forced " : "") + (isNewOrder(change) ? "new order" : "retry");
            case MANUAL -> needs(change);
            case ERROR -> isNotAsked(change) ? "not asked" : "could not be read";
        };
        return change.action() == Action.NONE ? words : weighed(words, change.subject());
    }

    /** What is not as expected, as heavy as the manifest takes it. */
    static String weighed(String words, Subject subject) {
        return subject.severity() == Severity.WARNING ? words + ", only a warning" : words;
    }

    /** What was never asked for has one cause for all of an account: where it can, text tells it once and counts the rest. */
    static boolean isNotAsked(Change change) {
        return change.reason().code().equals("not-asked");
    }

    private static boolean isNewOrder(Change change) {
        return change.trigger() != null && change.trigger().kind() == Trigger.Kind.NEW_ORDER;
    }

    /** Whose move it is. The owner that a manifest names acts for those who hold the zone. */
    static String needs(Change change) {
        return switch (change.party()) {
            case YOU -> "needs you" + owner(change.subject());
            case PROVIDER -> "needs the provider";
            case CA -> "needs the CA";
            case OPERATOR -> "needs the operator";
        };
    }

    static String owner(Subject subject) {
        return subject.owner() == null ? "" : " (" + Visible.line(subject.owner()) + ")";
    }

    /** The changes that people should see: what is not met, and what is met with a warning; or all of them. */
    static List<Change> shown(List<Change> changes, boolean verbose) {
        return changes.stream().filter(change -> isShown(change, verbose)).toList();
    }

    private static boolean isShown(Change change, boolean verbose) {
        return verbose
                || change.action() != Action.NONE
                || change.findings().stream().anyMatch(finding -> finding.verdict() == Verdict.WARNING);
    }
}
