package dev.ascertain.evidence;

import java.util.List;

/**
 * All that was answered to one question.
 *
 * @param authoritative from each address of each name server of the zone, without recursion; empty if not asked there
 * @param resolvers from public resolvers; empty if they were not asked, as they are only after a positive answer
 * @param unchecked from the resolvers that had failed, asked once more with DNSSEC checking disabled (CD bit)
 */
public record Answers(Question question, List<Answer> authoritative, List<Answer> resolvers, List<Answer> unchecked) {
    public Answers {
        authoritative = List.copyOf(authoritative);
        resolvers = List.copyOf(resolvers);
        unchecked = List.copyOf(unchecked);
    }

    /** Nobody was asked. */
    public static Answers none(Question question) {
        return new Answers(question, List.of(), List.of(), List.of());
    }

    /**
     * The answers that decide: those of the zone's own servers that say that there is such a record or that there is
     * none. One without the AA bit did not come from them, whatever the address.
     */
    public List<Answer> deciding() {
        return authoritative.stream()
                .filter(answer -> answer.authoritative() && answer.isConclusive())
                .toList();
    }
}
