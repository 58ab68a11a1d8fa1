package dev.ascertain.evidence.dns;

import dev.ascertain.evidence.Answer;
import dev.ascertain.evidence.Answers;
import dev.ascertain.evidence.Delegation;
import dev.ascertain.evidence.Question;
import dev.ascertain.evidence.Server;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListSet;

/** What is seen, put together by many threads; in the end always in the same order. */
final class Gathered {
    private static final Comparator<Answer> BY_SERVER = Comparator.comparing(
                    (Answer answer) -> answer.server().name())
            .thenComparing(answer -> answer.server().isIpv6())
            .thenComparing(answer -> answer.server().address());

    private final Set<String> limits = new ConcurrentSkipListSet<>();
    private final Map<String, Delegation> delegations = new ConcurrentHashMap<>();
    private final Map<Question, Map<Server, Answer>> authoritative = new ConcurrentHashMap<>();
    private final Map<Question, List<Answer>> resolvers = new ConcurrentHashMap<>();
    private final Map<Question, List<Answer>> unchecked = new ConcurrentHashMap<>();

    /** Notes what could not be looked at. */
    void limit(String sentence) {
        limits.add(sentence);
    }

    List<String> limits() {
        return List.copyOf(limits);
    }

    void delegation(Delegation delegation) {
        delegations.put(delegation.zone(), delegation);
    }

    void authoritative(Question question, Heard heard) {
        authoritative
                .computeIfAbsent(question, _ -> new ConcurrentHashMap<>())
                .put(heard.answer().server(), heard.answer());
    }

    void authoritative(Question question, List<Heard> heard) {
        heard.forEach(each -> authoritative(question, each));
    }

    /** In the order of the settings. */
    void resolvers(Question question, List<Answer> answers) {
        resolvers.put(question, answers);
    }

    void unchecked(Question question, List<Answer> answers) {
        unchecked.put(question, answers);
    }

    Map<String, Delegation> delegations() {
        return Map.copyOf(delegations);
    }

    Map<Question, Answers> answers() {
        var answers = new HashMap<Question, Answers>();
        authoritative.keySet().forEach(question -> answers.put(question, answers(question)));
        resolvers.keySet().forEach(question -> answers.put(question, answers(question)));
        return Map.copyOf(answers);
    }

    Answers answers(Question question) {
        return new Answers(
                question,
                authoritative.getOrDefault(question, Map.of()).values().stream()
                        .sorted(BY_SERVER)
                        .toList(),
                resolvers.getOrDefault(question, List.of()),
                unchecked.getOrDefault(question, List.of()));
    }
}
