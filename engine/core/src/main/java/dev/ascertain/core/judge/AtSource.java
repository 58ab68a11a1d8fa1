package dev.ascertain.core.judge;

import dev.ascertain.evidence.Answer;
import dev.ascertain.evidence.Answers;
import dev.ascertain.evidence.DnsRecord;
import dev.ascertain.evidence.Evidence;
import dev.ascertain.evidence.Names;
import dev.ascertain.evidence.Page;
import dev.ascertain.evidence.Visit;
import dev.ascertain.spi.Challenge;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** Whether what must be published is there at the source: the zone's own servers, or the web server. */
enum AtSource {
    /** Every server that was heard has it. */
    RIGHT,
    /** A server that was heard has it not. */
    WRONG,
    /** Nobody was heard, or it cannot be seen from outside. */
    UNKNOWN;

    private static final int LONGEST_CHAIN = 10;

    static AtSource of(Challenge challenge, Evidence evidence) {
        return switch (challenge) {
            case Challenge.Txt txt -> dns(evidence, end(txt.name(), "TXT", evidence), "TXT", txt.value()::equals);
            case Challenge.Cname cname ->
                dns(
                        evidence,
                        cname.name(),
                        "CNAME",
                        target -> Names.canonical(target).equals(Names.canonical(cname.value())));
            case Challenge.HttpFile file ->
                evidence.page(file.name()).map(page -> web(page, file.value())).orElse(UNKNOWN);
            case Challenge.Email _ -> UNKNOWN;
        };
    }

    /** Where the aliases that the source shows end; the name itself if it is none. */
    static String end(String name, String type, Evidence evidence) {
        String at = Names.canonical(name);
        for (int hops = 0; hops < LONGEST_CHAIN; hops++) {
            Optional<String> target = alias(evidence.answers(at, type), at);
            if (target.isEmpty()) {
                return at;
            }
            at = target.get();
        }
        return at;
    }

    private static Optional<String> alias(Answers answers, String name) {
        return answers.deciding().stream()
                .flatMap(answer -> answer.alias(name).stream())
                .findFirst();
    }

    private static AtSource dns(Evidence evidence, String name, String type, Predicate<String> wanted) {
        List<Answer> heard = evidence.answers(name, type).deciding();
        if (heard.isEmpty()) {
            return UNKNOWN;
        }
        return heard.stream().allMatch(answer -> holds(answer, type, wanted)) ? RIGHT : WRONG;
    }

    /** Whoever owns the record: a resolver, or a server that holds both zones, answers with the whole chain. */
    static boolean holds(Answer answer, String type, Predicate<String> wanted) {
        return answer.records().stream()
                .filter(record -> record.type().equals(type))
                .map(DnsRecord::data)
                .anyMatch(wanted);
    }

    private static AtSource web(Page page, String content) {
        List<Visit> answered = page.visits().stream()
                .filter(visit -> visit.last().outcome() == Visit.Outcome.ANSWERED)
                .toList();
        if (answered.isEmpty()) {
            return UNKNOWN;
        }
        return answered.stream().allMatch(visit -> visit.serves(content)) ? RIGHT : WRONG;
    }
}
