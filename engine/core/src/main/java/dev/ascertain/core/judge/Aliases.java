package dev.ascertain.core.judge;

import dev.ascertain.evidence.Answer;
import dev.ascertain.evidence.Answers;
import dev.ascertain.evidence.Evidence;
import dev.ascertain.evidence.Names;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The chain of CNAME records that begins at a name, from all that was seen of it, the name servers' word before the
 * resolvers'.
 *
 * @param path the name, then each target; at most {@value #MOST_NAMES} names
 */
record Aliases(List<String> path, End end) {
    /** More names than any sound chain has. */
    static final int MOST_NAMES = 16;

    private static final List<String> TYPES = List.of("CNAME", "A", "AAAA", "TXT");

    /** How a chain ends. */
    enum End {
        /** At a name that is no alias, or of which nothing more is known. */
        OPEN,
        /** At a name that does not exist, as its servers or most resolvers say. */
        NO_SUCH_NAME,
        /** Nowhere: it comes back to itself. */
        CIRCLE
    }

    Aliases {
        path = List.copyOf(path);
    }

    static Aliases of(Evidence evidence, String name) {
        Map<String, String> targets = new HashMap<>();
        var path = new ArrayList<String>();
        String at = Names.canonical(name);
        while (at != null && path.size() < MOST_NAMES) {
            path.add(at);
            heard(evidence, at).forEach(answer -> learn(targets, answer));
            at = targets.get(at);
            if (at != null && path.contains(at)) {
                path.add(at);
                return new Aliases(path, End.CIRCLE);
            }
        }
        return new Aliases(path, at == null && isMissing(evidence, path.getLast()) ? End.NO_SUCH_NAME : End.OPEN);
    }

    /** Where a name's own CNAME record leads, by the word of the servers that decide; several if they disagree. */
    static Set<String> targets(Evidence evidence, String name) {
        var targets = new LinkedHashSet<String>();
        for (String type : TYPES) {
            evidence.answers(name, type).deciding().stream()
                    .flatMap(answer -> answer.alias(name).stream())
                    .forEach(targets::add);
        }
        return targets;
    }

    /** How many CNAME records are followed. */
    int hops() {
        return path.size() - 1;
    }

    boolean leadsTo(String target) {
        return path.stream().skip(1).anyMatch(target::equals);
    }

    private static Stream<Answer> heard(Evidence evidence, String name) {
        return TYPES.stream()
                .map(type -> evidence.answers(name, type))
                .flatMap(answers -> Stream.concat(
                        answers.deciding().stream(),
                        answers.resolvers().stream().filter(Answer::isConclusive)));
    }

    private static void learn(Map<String, String> targets, Answer answer) {
        answer.records().stream()
                .filter(record -> record.type().equals("CNAME"))
                .forEach(record -> targets.putIfAbsent(record.name(), Names.canonical(record.data())));
    }

    /** By the word of its own servers; where none was heard, of most of the resolvers: one alone is never enough. */
    private static boolean isMissing(Evidence evidence, String name) {
        List<Answer> deciding = TYPES.stream()
                .map(type -> evidence.answers(name, type))
                .map(Answers::deciding)
                .flatMap(List::stream)
                .toList();
        if (!deciding.isEmpty()) {
            return deciding.stream().allMatch(Aliases::isNoSuchName);
        }
        List<Answer> resolvers = TYPES.stream()
                .flatMap(type -> evidence.answers(name, type).resolvers().stream())
                .toList();
        return resolvers.stream().filter(Aliases::isNoSuchName).count() * 2 > resolvers.size();
    }

    private static boolean isNoSuchName(Answer answer) {
        return answer.outcome() == Answer.Outcome.NO_SUCH_NAME;
    }
}
