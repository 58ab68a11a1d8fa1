package dev.ascertain.core.plan;

import dev.ascertain.core.diagnostic.Severity;
import dev.ascertain.core.judge.Action;
import dev.ascertain.core.judge.Difference;
import dev.ascertain.core.judge.Finding;
import dev.ascertain.core.judge.Party;
import dev.ascertain.core.judge.Reason;
import dev.ascertain.core.judge.Verdict;
import dev.ascertain.core.plan.PlanReader.Damaged;
import dev.ascertain.spi.Challenge;
import dev.ascertain.spi.Claim;
import dev.ascertain.spi.Schedule;
import dev.ascertain.spi.Trigger;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Makes one change of what a plan file says of it. */
final class ChangeReader {
    private ChangeReader() {}

    static Change change(Part part) throws Damaged {
        Verdict verdict = part.word("verdict", Verdict.ofChanges());
        Action action = part.word("action", Action.values());
        Trigger trigger = trigger(part.partOrNull("trigger"));
        if (!Change.fits(verdict, action, trigger)) {
            throw new Damaged("an action and a trigger that do not belong together");
        }
        return new Change(
                subject(part),
                verdict,
                action,
                reason(part.part("reason")),
                part.textOrNull("next"),
                findings(part),
                trigger,
                differences(part),
                part.part("observed").fields(),
                challenges(part),
                schedule(part.part("schedule")),
                claim(part.partOrNull("claim")));
    }

    private static Subject subject(Part part) throws Damaged {
        Part source = part.part("source");
        return new Subject(
                part.text("address"),
                part.text("instance"),
                part.text("type"),
                part.text("provider"),
                part.word("severity", Severity.values()),
                part.textOrNull("owner"),
                source.text("file"),
                source.number("line"),
                source.number("column"));
    }

    private static Claim claim(@Nullable Part part) throws Damaged {
        return part == null
                ? Claim.NONE
                : new Claim(
                        part.text("host"),
                        part.flag("certificate"),
                        part.texts("authorities"),
                        part.textOrNull("chosen"),
                        part.textOrNull("delegation"));
    }

    private static Reason reason(Part part) throws Damaged {
        return new Reason(part.text("code"), part.text("message"));
    }

    private static List<Finding> findings(Part change) throws Damaged {
        var findings = new ArrayList<Finding>();
        for (Part part : change.parts("findings")) {
            findings.add(new Finding(
                    part.text("rule"),
                    part.word("verdict", Verdict.values()),
                    reason(part.part("reason")),
                    part.textOrNull("next"),
                    part.word("owner", Party.values()),
                    part.timeOrNull("look_again")));
        }
        return findings;
    }

    private static @Nullable Trigger trigger(@Nullable Part part) throws Damaged {
        return part == null
                ? null
                : new Trigger(part.word("kind", Trigger.Kind.values()), part.text("description"), part.text("call"));
    }

    private static List<Difference> differences(Part change) throws Damaged {
        var differences = new ArrayList<Difference>();
        for (Part part : change.parts("differences")) {
            differences.add(new Difference(
                    part.text("attribute"),
                    MatcherJson.read(part.part("expected")),
                    part.fields().get("actual")));
        }
        return differences;
    }

    private static List<Challenge> challenges(Part change) throws Damaged {
        var challenges = new ArrayList<Challenge>();
        for (Part part : change.parts("challenges")) {
            challenges.add(challenge(part, part.text("name"), part.text("value")));
        }
        return challenges;
    }

    private static Challenge challenge(Part part, String name, String value) throws Damaged {
        String status = part.textOrNull("status");
        return switch (part.text("kind")) {
            case "txt" -> new Challenge.Txt(name, value, status);
            case "cname" -> new Challenge.Cname(name, value, status);
            case "http" -> new Challenge.HttpFile(name, value, status);
            case "email" -> new Challenge.Email(name, value, status);
            default -> throw Part.wrong("kind");
        };
    }

    private static Schedule schedule(Part part) throws Damaged {
        return new Schedule(
                part.timeOrNull("created"),
                part.timeOrNull("next_check"),
                part.timeOrNull("gives_up"),
                part.timeOrNull("token_expires"),
                part.timeOrNull("not_after"),
                part.flag("estimated"));
    }
}
