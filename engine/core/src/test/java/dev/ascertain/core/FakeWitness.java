package dev.ascertain.core;

import dev.ascertain.evidence.Answer;
import dev.ascertain.evidence.Answers;
import dev.ascertain.evidence.Delegation;
import dev.ascertain.evidence.DnsRecord;
import dev.ascertain.evidence.Evidence;
import dev.ascertain.evidence.Inquiry;
import dev.ascertain.evidence.Question;
import dev.ascertain.evidence.Server;
import dev.ascertain.evidence.Witness;
import dev.ascertain.spi.Challenge;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** A world in which a TXT record is published or not, and seen or not, by the clock. Everything asked for is published. */
public final class FakeWitness implements Witness {
    private static final Server SOURCE = new Server("ns1.example.com", "192.0.2.1");

    /** Every look so far. */
    public final List<List<Inquiry>> looks = new ArrayList<>();

    private final Clock clock;
    private final Map<String, Instant> hiddenUntil = new HashMap<>();
    private final Set<String> undelegated = new HashSet<>();

    public FakeWitness(Clock clock) {
        this.clock = clock;
    }

    /** Makes every resolver say for a time that there is no such record. */
    public FakeWitness hides(String name, Duration held) {
        hiddenUntil.put(name, clock.instant().plus(held));
        return this;
    }

    /** Takes a zone out of the registry. */
    public FakeWitness forgets(String zone) {
        undelegated.add(zone);
        return this;
    }

    /** Puts it back. */
    public FakeWitness remembers(String zone) {
        undelegated.remove(zone);
        return this;
    }

    @Override
    public synchronized Evidence look(List<Inquiry> inquiries, Instant since) {
        looks.add(inquiries);
        var delegations = new HashMap<String, Delegation>();
        var answers = new HashMap<Question, Answers>();
        for (Inquiry inquiry : inquiries) {
            delegations.put(inquiry.claim().host(), delegation(inquiry.claim().host()));
            inquiry.challenges().stream().map(this::answers).forEach(answer -> answers.put(answer.question(), answer));
        }
        return new Evidence(clock.instant(), List.of(), delegations, answers, Map.of(), Map.of());
    }

    private Delegation delegation(String zone) {
        return undelegated.contains(zone)
                ? new Delegation(zone, "com", Delegation.State.NOT_DELEGATED, List.of(), List.of(), false)
                : new Delegation(
                        zone, "com", Delegation.State.DELEGATED, List.of(SOURCE.name()), List.of(SOURCE), false);
    }

    private Answers answers(Challenge challenge) {
        var question = new Question(challenge.name(), "TXT");
        List<Answer> resolvers = Stream.of("1.1.1.1", "8.8.8.8", "9.9.9.9")
                .map(address -> resolved(new Server(address, address), challenge))
                .toList();
        return new Answers(question, List.of(shown(SOURCE, challenge)), resolvers, List.of());
    }

    private Answer resolved(Server resolver, Challenge challenge) {
        Instant until = hiddenUntil.getOrDefault(challenge.name(), Instant.MIN);
        return until.isAfter(clock.instant()) ? hidden(resolver, until) : shown(resolver, challenge);
    }

    private Answer hidden(Server resolver, Instant until) {
        long left = Duration.between(clock.instant(), until).toSeconds();
        var soa = new DnsRecord("example.com", "SOA", left, "ns1.example.com host.example.com 1 7200 900 1209600 3600");
        return new Answer(resolver, Answer.Outcome.NO_SUCH_NAME, false, List.of(), List.of(soa), List.of(), 100, false);
    }

    private static Answer shown(Server server, Challenge challenge) {
        var record = new DnsRecord(challenge.name(), "TXT", 300, challenge.value());
        return new Answer(
                server,
                Answer.Outcome.ANSWERED,
                server.equals(SOURCE),
                List.of(record),
                List.of(),
                List.of(),
                100,
                false);
    }
}
