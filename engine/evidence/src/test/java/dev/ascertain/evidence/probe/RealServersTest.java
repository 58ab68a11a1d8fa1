package dev.ascertain.evidence.probe;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ascertain.evidence.Answer;
import dev.ascertain.evidence.Answers;
import dev.ascertain.evidence.Delegation;
import dev.ascertain.evidence.Evidence;
import dev.ascertain.evidence.Inquiry;
import dev.ascertain.evidence.Question;
import dev.ascertain.spi.Challenge;
import dev.ascertain.spi.Claim;
import dev.ascertain.spi.RunContext;
import dev.ascertain.spi.Settings;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * The probes against NSD and Unbound, with zones that are really signed. {@code .ci/dns/probes} starts those servers, says
 * at which port they are, and runs this; without it this test fails. The zones are in {@code .ci/dns/zones}.
 */
@Tag("real-servers")
class RealServersTest {
    private static final String VALUE = "the-expected-value";

    private Probes probes;

    @BeforeEach
    void begin() {
        String port = Objects.requireNonNull(System.getenv("REAL_DNS_PORT"), "run this by .ci/dns/probes");
        var settings = Map.of(
                "root",
                "127.0.1.1",
                "dns_port",
                port,
                "resolvers",
                "127.0.1.53:%1$s, 127.0.1.54:%1$s, 127.0.1.55:%1$s".formatted(port),
                "private_addresses",
                "allow");
        var context =
                new RunContext(Clock.systemUTC(), duration -> Thread.sleep(duration.toMillis()), 16, "ascertain/test");
        probes = Probes.of(ProbeSettings.of(new Settings("internet", settings, Map.of())), context);
    }

    @AfterEach
    void end() {
        probes.close();
    }

    private Evidence look(String zone) {
        var claim = new Claim(zone, true, List.of("letsencrypt.org"), "letsencrypt.org", null);
        var challenge = new Challenge.Txt("_acme-challenge." + zone, VALUE, null);
        return probes.look(List.of(new Inquiry(claim, List.of(challenge), false)), Instant.EPOCH);
    }

    private Answers ask(String name) {
        return probes.ask(new Question(name, "TXT"), Instant.EPOCH).answers(name, "TXT");
    }

    private static Map<String, Answer.Outcome> outcomes(List<Answer> answers) {
        return answers.stream()
                .collect(Collectors.toMap(
                        answer -> answer.server().address().replaceFirst(":\\d+$", ""), Answer::outcome));
    }

    private static <T> List<T> each(List<Answer> answers, Function<Answer, T> part) {
        return answers.stream().map(part).distinct().toList();
    }

    @Test
    void aSignedZoneInOrder() {
        Evidence evidence = look("shop.example");

        assertThat(evidence.limits()).isEmpty();
        Delegation delegation = evidence.delegations().get("shop.example");
        assertThat(delegation.state()).isEqualTo(Delegation.State.DELEGATED);
        assertThat(delegation.parent()).isEqualTo("example");
        assertThat(delegation.nameServers()).containsExactlyInAnyOrder("ns1.shop.example", "ns2.shop.example");
        assertThat(delegation.signed()).isTrue();

        Answers token = evidence.answers("_acme-challenge.shop.example", "TXT");
        assertThat(outcomes(token.authoritative()))
                .isEqualTo(Map.of("127.0.1.3", Answer.Outcome.ANSWERED, "127.0.1.4", Answer.Outcome.ANSWERED));
        assertThat(each(token.authoritative(), Answer::authoritative)).containsExactly(true);
        assertThat(each(token.authoritative(), answer -> answer.data(token.question())))
                .containsExactly(List.of(VALUE));
        assertThat(outcomes(token.resolvers()))
                .isEqualTo(Map.of(
                        "127.0.1.53", Answer.Outcome.ANSWERED,
                        "127.0.1.54", Answer.Outcome.ANSWERED,
                        "127.0.1.55", Answer.Outcome.ANSWERED));
        assertThat(each(token.resolvers(), answer -> answer.data(token.question())))
                .containsExactly(List.of(VALUE));
        assertThat(token.unchecked()).isEmpty();
    }

    @Test
    void aCaaSet() {
        Answers caa = look("shop.example").answers("shop.example", "CAA");

        assertThat(each(
                        caa.authoritative(),
                        answer -> List.copyOf(
                                answer.data(caa.question()).stream().sorted().toList())))
                .containsExactly(List.of("0 issue \"letsencrypt.org\"", "0 issuewild \"pki.goog\""));
    }

    /** Unbound says "DNSKEY Missing (9)" when it finds out, and "DNSSEC Bogus (6)" from its cache. */
    @Test
    void aZoneWhoseDsRecordFitsNoKey() {
        Evidence evidence = look("bogus.example");
        Answers token = evidence.answers("_acme-challenge.bogus.example", "TXT");

        assertThat(evidence.delegations().get("bogus.example").signed()).isTrue();
        assertThat(each(token.authoritative(), Answer::outcome)).containsExactly(Answer.Outcome.ANSWERED);
        assertThat(each(token.resolvers(), Answer::outcome)).containsExactly(Answer.Outcome.SERVER_FAILED);
        assertThat(token.resolvers())
                .allSatisfy(answer ->
                        assertThat(answer.errors()).singleElement().asString().containsPattern("\\((6|9)\\)"));
        assertThat(token.unchecked()).hasSize(3);
        assertThat(each(token.unchecked(), answer -> answer.data(token.question())))
                .containsExactly(List.of(VALUE));
    }

    @Test
    void serversThatDoNotServeTheZone() {
        Answers token = look("lame.example").answers("_acme-challenge.lame.example", "TXT");

        assertThat(outcomes(token.authoritative()))
                .isEqualTo(Map.of(
                        "127.0.1.3", Answer.Outcome.ANSWERED,
                        "127.0.1.4", Answer.Outcome.REFUSED,
                        "127.0.1.9", Answer.Outcome.UNREACHABLE));
    }

    @Test
    void anAnswerThatNeedsTcp() {
        Answers many = ask("_many.shop.example");

        assertThat(each(many.authoritative(), Answer::tcp)).containsExactly(true);
        assertThat(each(
                        many.authoritative(),
                        answer -> answer.data(many.question()).size()))
                .containsExactly(8);
        assertThat(many.authoritative())
                .allSatisfy(answer -> assertThat(answer.bytes()).isGreaterThan(1232));
    }

    @Test
    void aRecordThatIsNotThereIsAskedForAtTheSourceOnly() {
        Answers none = ask("_nothing.shop.example");

        assertThat(each(none.authoritative(), Answer::outcome)).containsExactly(Answer.Outcome.NO_SUCH_NAME);
        assertThat(each(
                        none.authoritative(),
                        answer -> answer.negativeFor().orElseThrow().toSeconds()))
                .containsExactly(120L);
        assertThat(none.resolvers()).isEmpty();
    }

    @Test
    void aZoneThatIsNotDelegated() {
        Evidence evidence = look("nowhere.example");

        assertThat(evidence.delegations().get("nowhere.example").state()).isEqualTo(Delegation.State.NOT_DELEGATED);
    }
}
