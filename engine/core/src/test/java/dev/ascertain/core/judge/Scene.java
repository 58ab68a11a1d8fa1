package dev.ascertain.core.judge;

import static dev.ascertain.core.Sample.NOW;

import dev.ascertain.core.Sample;
import dev.ascertain.evidence.Answer;
import dev.ascertain.evidence.Answer.Outcome;
import dev.ascertain.evidence.Answers;
import dev.ascertain.evidence.Delegation;
import dev.ascertain.evidence.DnsRecord;
import dev.ascertain.evidence.Evidence;
import dev.ascertain.evidence.Page;
import dev.ascertain.evidence.Question;
import dev.ascertain.evidence.Server;
import dev.ascertain.evidence.Visit;
import dev.ascertain.evidence.Visit.Hop;
import dev.ascertain.spi.Challenge;
import dev.ascertain.spi.Claim;
import dev.ascertain.spi.LiveVerification;
import dev.ascertain.spi.Observation;
import dev.ascertain.spi.Schedule;
import dev.ascertain.spi.Status;
import dev.ascertain.spi.Value;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A verification and what was seen of the world, in a few words: the zone {@code shop.example} on two name servers, and
 * what they answer.
 */
final class Scene {
    static final Server FIRST = new Server("ns1.dns.example", "192.0.2.1");
    static final Server SECOND = new Server("ns2.dns.example", "192.0.2.2");
    static final Server OTHER = new Server("ns.other.example", "192.0.2.9");

    private final Map<Question, Answers> answers = new LinkedHashMap<>();
    private final Map<String, Delegation> delegations = new LinkedHashMap<>();
    private final Map<String, Page> pages = new LinkedHashMap<>();
    private final List<Challenge> challenges = new ArrayList<>();
    private String host = "shop.example";
    private Status status = Status.NEEDS_PROOF;
    private Duration age = Duration.ofMinutes(10);

    Scene() {
        zone("shop.example", FIRST, SECOND);
    }

    Scene zone(String name, Server... servers) {
        List<String> names = Stream.of(servers).map(Server::name).toList();
        var zone = new Delegation(name, "example", Delegation.State.DELEGATED, names, List.of(servers), false);
        delegations.put(name, zone);
        return this;
    }

    Scene host(String name) {
        host = name;
        return this;
    }

    Scene status(Status other) {
        status = other;
        return this;
    }

    Scene age(Duration since) {
        age = since;
        return this;
    }

    Scene wants(Challenge... more) {
        challenges.addAll(List.of(more));
        return this;
    }

    Scene txt(String name, String... values) {
        Stream.of(values).map(value -> new Challenge.Txt(name, value, null)).forEach(challenges::add);
        return this;
    }

    Scene cname(String name, String target) {
        return wants(new Challenge.Cname(name, target, null));
    }

    Scene file(String url, String content) {
        return wants(new Challenge.HttpFile(url, content, null));
    }

    /** What the name servers say. */
    Scene answer(String name, String type, Answer... said) {
        var question = new Question(name, type);
        answers.put(question, new Answers(question, List.of(said), List.of(), List.of()));
        return this;
    }

    /** What resolvers say, where no name server was asked. */
    Scene resolved(String name, String type, Answer... said) {
        var question = new Question(name, type);
        answers.put(question, new Answers(question, List.of(), List.of(said), List.of()));
        return this;
    }

    Scene page(String url, Visit... visits) {
        pages.put(url, new Page(url, List.of(visits)));
        return this;
    }

    static Answer holds(Server server, String name, String type, String... data) {
        List<DnsRecord> records = Stream.of(data)
                .map(value -> new DnsRecord(name, type, 300, value))
                .toList();
        return new Answer(server, Outcome.ANSWERED, true, records, List.of(), List.of(), 200, false);
    }

    static Answer texts(Server server, String name, String... values) {
        return holds(server, name, "TXT", values);
    }

    static Answer alias(Server server, String name, String target) {
        return holds(server, name, "CNAME", target);
    }

    static Answer none(Server server) {
        var soa = new DnsRecord(
                "shop.example", "SOA", 300, "ns1.dns.example hostmaster.shop.example 7 900 300 1209600 300");
        return new Answer(server, Outcome.NO_SUCH_NAME, true, List.of(), List.of(soa), List.of(), 90, false);
    }

    static Answer fails(Server server, Outcome outcome) {
        return Answer.none(server, outcome);
    }

    /** The same answer from something on the way that is not the name server. */
    static Answer intercepted(Answer answer) {
        return new Answer(
                answer.server(),
                answer.outcome(),
                false,
                answer.records(),
                answer.authority(),
                List.of(),
                answer.bytes(),
                false);
    }

    static Visit visit(String address, Hop... hops) {
        return new Visit(address, List.of(hops));
    }

    static Hop hop(String url, int status, String body) {
        return new Hop(url, Visit.Outcome.ANSWERED, status, null, body, "text/plain", false);
    }

    static Hop redirect(String url, int status, String to) {
        return new Hop(url, Visit.Outcome.ANSWERED, status, to, "", null, false);
    }

    static Hop fails(String url, Visit.Outcome outcome) {
        return Hop.failed(url, outcome);
    }

    /** The findings of phase E, in their order. */
    List<Finding> findings() {
        return Judge.judge(
                        "Cloudflare",
                        Sample.declaration("shop"),
                        new Sight(
                                new Observation(NOW, List.of(live()), List.of(), List.of()),
                                Vantage.of(evidence()),
                                Map.of(),
                                NOW))
                .getFirst()
                .findings()
                .stream()
                .filter(finding -> finding.rule().startsWith("E"))
                .toList();
    }

    List<String> rules() {
        return findings().stream().map(Finding::rule).toList();
    }

    private Evidence evidence() {
        return new Evidence(NOW, List.of(), delegations, answers, pages, Map.of());
    }

    private LiveVerification live() {
        return new LiveVerification(
                "1",
                host,
                Map.of("state", Value.of("pending")),
                status,
                List.of(),
                challenges,
                List.of(),
                new Schedule(NOW.minus(age), null, null, null, null, false),
                new Claim(host, true, List.of("letsencrypt.org"), null, "dcv.cloudflare.com"));
    }
}
