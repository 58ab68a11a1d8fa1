package dev.ascertain.core.judge;

import dev.ascertain.evidence.Answer;
import dev.ascertain.evidence.Answer.Outcome;
import dev.ascertain.evidence.Answers;
import dev.ascertain.evidence.Names;
import dev.ascertain.evidence.Server;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Phase C, second half: whether validating resolvers, as a CA runs one, get any answer out of the zone. */
final class ResolutionRules {
    static final List<Rule> ALL = List.of(
            new Rule("C4", the -> failing(the, ResolutionRules::isBogus).map(answers -> bogus(the, answers))),
            new Rule("C5", the -> failing(the, ResolutionRules::fails).map(answers -> serverFailure(the, answers))),
            new Rule("C6", the -> failingCaa(the).map(answers -> caaLookupFailed(the, answers))));

    private ResolutionRules() {}

    /** The first question but CAA that most resolvers answer in this way. */
    private static Optional<Answers> failing(Case the, BiPredicate<Answers, Answer> way) {
        return questions(the)
                .filter(answers -> !answers.question().type().equals("CAA"))
                .filter(answers -> most(answers, way))
                .findFirst();
    }

    /** All that was asked about the names concerned, their parents up to the zone included. */
    private static Stream<Answers> questions(Case the) {
        if (!the.isOpen()) {
            return Stream.empty();
        }
        return the.names().stream()
                .map(Names::upwards)
                .flatMap(Collection::stream)
                .distinct()
                .sorted()
                .map(the.evidence()::about)
                .flatMap(Collection::stream);
    }

    /** One resolver alone proves nothing: 2 of 3, and so on. */
    private static boolean most(Answers answers, BiPredicate<Answers, Answer> way) {
        long matching = answers.resolvers().stream()
                .filter(answer -> way.test(answers, answer))
                .count();
        return matching * 2 > answers.resolvers().size();
    }

    /** An answer with checking disabled where there was none with it: the signatures are wrong, not the servers. */
    private static boolean isBogus(Answers answers, Answer answer) {
        return answer.outcome() == Outcome.SERVER_FAILED
                && unchecked(answers, answer.server())
                        .filter(Answer::isConclusive)
                        .isPresent();
    }

    private static boolean fails(Answers answers, Answer answer) {
        return answer.outcome() == Outcome.SERVER_FAILED
                && unchecked(answers, answer.server())
                        .filter(without -> without.outcome() == Outcome.SERVER_FAILED)
                        .isPresent();
    }

    private static Optional<Answer> unchecked(Answers answers, Server server) {
        return answers.unchecked().stream()
                .filter(answer -> answer.server().equals(server))
                .findFirst();
    }

    private static Finding bogus(Case the, Answers answers) {
        String zone = zone(the, answers);
        return Finding.of(
                "C4",
                Verdict.BLOCKED,
                Code.DNSSEC_BOGUS,
                "The DNSSEC signatures of %s do not hold: %d of %d resolvers refuse its answers%s. No method of validation gets past that."
                        .formatted(zone, failed(answers), answers.resolvers().size(), why(answers)),
                "make the DS record of %s at the registrar match the keys of the zone, or remove the DS record"
                        .formatted(zone),
                Party.YOU);
    }

    private static Finding serverFailure(Case the, Answers answers) {
        return Finding.of(
                "C5",
                Verdict.BLOCKED,
                Code.SERVFAIL,
                "%d of %d resolvers get no answer to %s, with and without DNSSEC%s."
                        .formatted(failed(answers), answers.resolvers().size(), answers.question(), why(answers)),
                "look at the name servers of " + zone(the, answers),
                Party.YOU);
    }

    private static Optional<Answers> failingCaa(Case the) {
        if (!the.claim().certificate()) {
            return Optional.empty();
        }
        return questions(the)
                .filter(answers -> answers.question().type().equals("CAA"))
                .filter(answers -> most(answers, (_, answer) -> isRefusal(answer) && answersElse(the, answer.server())))
                .findFirst();
    }

    private static boolean isRefusal(Answer answer) {
        return answer.outcome() == Outcome.SERVER_FAILED
                || answer.outcome() == Outcome.REFUSED
                || answer.outcome() == Outcome.SILENT;
    }

    private static boolean answersElse(Case the, Server resolver) {
        return questions(the)
                .filter(answers -> !answers.question().type().equals("CAA"))
                .flatMap(answers -> answers.resolvers().stream())
                .anyMatch(answer -> answer.server().equals(resolver) && answer.isConclusive());
    }

    private static Finding caaLookupFailed(Case the, Answers answers) {
        return Finding.of(
                "C6",
                Verdict.BLOCKED,
                Code.CAA_LOOKUP_FAILED,
                "%d of %d resolvers get no answer to %s, though they get others: a certificate authority must not issue then."
                        .formatted(failed(answers), answers.resolvers().size(), answers.question()),
                "see that the name servers of %s answer CAA questions, also through its firewall"
                        .formatted(zone(the, answers)),
                Party.YOU);
    }

    private static long failed(Answers answers) {
        return answers.resolvers().stream().filter(ResolutionRules::isRefusal).count();
    }

    private static String zone(Case the, Answers answers) {
        String name = answers.question().name();
        return the.evidence().zoneOf(name).map(zone -> zone.zone()).orElse(name);
    }

    private static String why(Answers answers) {
        String errors = answers.resolvers().stream()
                .flatMap(answer -> answer.errors().stream())
                .map(error -> error.endsWith(".") ? error.substring(0, error.length() - 1) : error)
                .distinct()
                .limit(2)
                .collect(Collectors.joining("; "));
        return errors.isEmpty() ? "" : " (" + errors + ")";
    }
}
