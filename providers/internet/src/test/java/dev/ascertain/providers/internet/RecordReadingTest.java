package dev.ascertain.providers.internet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.ascertain.evidence.Answer;
import dev.ascertain.evidence.Answer.Outcome;
import dev.ascertain.evidence.Answers;
import dev.ascertain.evidence.Delegation;
import dev.ascertain.evidence.DnsRecord;
import dev.ascertain.evidence.Evidence;
import dev.ascertain.evidence.Question;
import dev.ascertain.evidence.Server;
import dev.ascertain.providers.internet.InternetTarget.Publication;
import dev.ascertain.spi.Challenge;
import dev.ascertain.spi.LiveVerification;
import dev.ascertain.spi.Observation;
import dev.ascertain.spi.Obstacle;
import dev.ascertain.spi.ProviderException;
import dev.ascertain.spi.ProviderException.Kind;
import dev.ascertain.spi.Status;
import dev.ascertain.spi.Value;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RecordReadingTest {
    private static final Instant NOW = Instant.parse("2026-03-01T00:00:00Z");
    private static final String NAME = "_token.shop.example";
    private static final Publication TOKEN = new Publication(NAME, "TXT", "new");

    /** What was seen, put together piece by piece. */
    private static final class World {
        private final Map<Question, Answers> answers = new HashMap<>();
        private final Map<String, Delegation> delegations = new HashMap<>();
        private final List<String> limits = new ArrayList<>();

        World() {
            delegations.put("shop.example", zone("shop.example", Delegation.State.DELEGATED));
        }

        World(Delegation delegation) {
            delegations.put(delegation.zone(), delegation);
        }

        World says(Question question, List<Answer> authoritative, List<Answer> resolvers) {
            answers.put(question, new Answers(question, authoritative, resolvers, List.of()));
            return this;
        }

        World limit(String sentence) {
            limits.add(sentence);
            return this;
        }

        Evidence evidence() {
            return new Evidence(NOW, limits, delegations, answers, Map.of(), Map.of());
        }

        Observation read(Publication wanted) {
            return RecordReading.observation(wanted, evidence());
        }

        LiveVerification live(Publication wanted) {
            return read(wanted).verifications().getFirst();
        }
    }

    private static Delegation zone(String name, Delegation.State state) {
        List<String> servers =
                state == Delegation.State.DELEGATED ? List.of("ns1.shop.example", "ns2.shop.example") : List.of();
        return new Delegation(name, "example", state, servers, List.of(), false);
    }

    private static final Question QUESTION = new Question(NAME, "TXT");

    private static Answer server(int number, boolean authoritative, DnsRecord... records) {
        return new Answer(
                new Server("ns" + number + ".shop.example", "192.0.2." + number),
                Outcome.ANSWERED,
                authoritative,
                List.of(records),
                List.of(),
                List.of(),
                100,
                false);
    }

    private static Answer source(int number, String... values) {
        return server(
                number, true, Stream.of(values).map(RecordReadingTest::txt).toArray(DnsRecord[]::new));
    }

    private static Answer resolver(int number, String... values) {
        return server(
                number, false, Stream.of(values).map(RecordReadingTest::txt).toArray(DnsRecord[]::new));
    }

    private static Answer none(int number, Outcome outcome) {
        return Answer.none(new Server("ns" + number + ".shop.example", "192.0.2." + number), outcome);
    }

    private static DnsRecord txt(String value) {
        return new DnsRecord(NAME, "TXT", 300, value);
    }

    private static @Nullable Value flag(LiveVerification live, String name) {
        return live.attribute(name).orElse(null);
    }

    @Test
    void aRecordAtEveryServerIsPublished() {
        LiveVerification live = new World()
                .says(
                        QUESTION,
                        List.of(source(1, "new", "other"), source(2, "other", "new")),
                        List.of(resolver(7, "new"), resolver(8), resolver(9, "new")))
                .live(TOKEN);

        assertThat(live.attributes())
                .containsExactly(
                        Map.entry("values", Value.ofTexts(List.of("new", "other"))),
                        Map.entry("published", Value.of(true)),
                        Map.entry("visible", Value.of(true)),
                        Map.entry("ttl", Value.of(300)),
                        Map.entry("zone", Value.of("shop.example")),
                        Map.entry("name_servers", Value.ofTexts(List.of("ns1.shop.example", "ns2.shop.example"))),
                        Map.entry("out_of_sync", Value.ofTexts(List.of())));
        assertThat(live.status()).isEqualTo(Status.VERIFIED);
        assertThat(live.obstacles()).isEmpty();
        assertThat(live.challenges()).containsExactly(new Challenge.Txt(NAME, "new", null));
        assertThat(live.claim().host()).isEqualTo(NAME);
    }

    @Test
    void aRecordAtSomeServersIsNot() {
        LiveVerification live = new World()
                .says(QUESTION, List.of(source(1, "new"), source(2, "new"), source(3)), List.of(resolver(7)))
                .live(TOKEN);

        assertThat(flag(live, "published")).isEqualTo(Value.of(false));
        assertThat(flag(live, "out_of_sync")).isEqualTo(Value.ofTexts(List.of("ns3.shop.example (192.0.2.3)")));
        assertThat(live.obstacles())
                .containsExactly(new Obstacle.ToChange(
                        "_token.shop.example has no TXT record with the value \"new\" at every name server. There is:"
                                + " \"new\".",
                        "publish _token.shop.example TXT \"new\" at ns1.shop.example, ns2.shop.example"));
    }

    @Test
    void noRecordIsToBePublished() {
        LiveVerification live = new World()
                .says(QUESTION, List.of(source(1), source(2)), List.of())
                .live(TOKEN);

        assertThat(live.status()).isEqualTo(Status.NEEDS_PROOF);
        assertThat(flag(live, "published")).isEqualTo(Value.of(false));
        assertThat(flag(live, "visible")).isEqualTo(Value.of(false));
        assertThat(flag(live, "values")).isEqualTo(Value.ofTexts(List.of()));
        assertThat(flag(live, "ttl")).isNull();
        assertThat(live.obstacles())
                .containsExactly(new Obstacle.ToChange(
                        "_token.shop.example has no TXT record with the value \"new\".",
                        "publish _token.shop.example TXT \"new\" at ns1.shop.example, ns2.shop.example"));
    }

    @Test
    void manyLongValuesAreCut() {
        String[] values = {"a".repeat(200), "b", "c", "d", "e"};

        LiveVerification live = new World()
                .says(QUESTION, List.of(source(1, values)), List.of())
                .live(TOKEN);

        assertThat(((Obstacle.ToChange) live.obstacles().getFirst()).words())
                .endsWith("There is: \"" + "a".repeat(100) + "…\", \"b\", \"c\" and 2 more.");
    }

    @Test
    void aServerThatIsSilentSaysNothing() {
        LiveVerification live = new World()
                .says(QUESTION, List.of(source(1, "new"), none(2, Outcome.SILENT)), List.of())
                .live(TOKEN);

        assertThat(flag(live, "published")).isEqualTo(Value.of(true));
        assertThat(flag(live, "visible")).isNull();
    }

    @Test
    void withoutAValueAnyRecordWillDo() {
        var any = new Publication(NAME, "TXT", null);

        assertThat(new World()
                        .says(QUESTION, List.of(source(1, "x")), List.of())
                        .live(any)
                        .status())
                .isEqualTo(Status.VERIFIED);
        LiveVerification missing =
                new World().says(QUESTION, List.of(source(1)), List.of()).live(any);
        assertThat(missing.challenges()).isEmpty();
        assertThat(missing.obstacles())
                .containsExactly(new Obstacle.ToChange(
                        "_token.shop.example has no TXT record.",
                        "publish _token.shop.example TXT at ns1.shop.example, ns2.shop.example"));
    }

    @Test
    void anAliasIsFollowedToWhatItNames() {
        var alias = new DnsRecord(NAME, "CNAME", 60, "token.elsewhere.example");
        var there = new Question("token.elsewhere.example", "TXT");

        LiveVerification live = new World()
                .says(QUESTION, List.of(server(1, true, alias)), List.of())
                .says(
                        there,
                        List.of(server(5, true, new DnsRecord("token.elsewhere.example", "TXT", 30, "new"))),
                        List.of())
                .live(TOKEN);

        assertThat(live.status()).isEqualTo(Status.VERIFIED);
        assertThat(flag(live, "ttl")).isEqualTo(Value.of(30));
    }

    @Test
    void aliasesInACircleEnd() {
        var alias = new DnsRecord(NAME, "CNAME", 60, NAME);

        assertThat(new World()
                        .says(QUESTION, List.of(server(1, true, alias)), List.of())
                        .live(TOKEN)
                        .status())
                .isEqualTo(Status.NEEDS_PROOF);
    }

    @Test
    void anAliasItselfIsNotFollowed() {
        var wanted = new Publication(NAME, "CNAME", "Target.Example.");
        var alias = new DnsRecord(NAME, "CNAME", 60, "target.example");

        LiveVerification live = new World()
                .says(new Question(NAME, "CNAME"), List.of(server(1, true, alias)), List.of())
                .live(wanted);

        assertThat(live.status()).isEqualTo(Status.VERIFIED);
        assertThat(live.challenges()).containsExactly(new Challenge.Cname(NAME, "target.example", null));
    }

    @Test
    void aZoneThatDoesNotExistHoldsNothing() {
        LiveVerification live = new World(zone("shop.example", Delegation.State.NOT_DELEGATED)).live(TOKEN);

        assertThat(live.status()).isEqualTo(Status.NEEDS_PROOF);
        assertThat(live.obstacles())
                .containsExactly(new Obstacle.ToChange(
                        "_token.shop.example has no TXT record with the value \"new\": there is no such zone.",
                        "publish _token.shop.example TXT \"new\""));
    }

    @Test
    void resolversAloneDoNotSayWhatIsPublished() {
        Observation observation = new World()
                .says(
                        QUESTION,
                        List.of(none(1, Outcome.UNREACHABLE), resolver(2, "forged")),
                        List.of(resolver(7, "new"), resolver(8, "new"), none(9, Outcome.SILENT)))
                .read(TOKEN);
        LiveVerification live = observation.verifications().getFirst();

        assertThat(live.status()).isEqualTo(Status.UNKNOWN);
        assertThat(flag(live, "published")).isNull();
        assertThat(flag(live, "visible")).isEqualTo(Value.of(true));
        assertThat(flag(live, "values")).isEqualTo(Value.ofTexts(List.of("new")));
        assertThat(live.obstacles()).isEmpty();
        assertThat(observation.notices())
                .containsExactly("No name server of the zone of _token.shop.example could be asked, so it is not known"
                        + " whether it is published; what public resolvers show is told.");
    }

    @Test
    void tooFewResolversDoNotSayWhatIsVisible() {
        LiveVerification live = new World()
                .says(
                        QUESTION,
                        List.of(source(1, "new")),
                        List.of(resolver(7, "new"), none(8, Outcome.SILENT), resolver(9)))
                .live(TOKEN);

        assertThat(flag(live, "visible")).isNull();
    }

    @Test
    void silenceIsNoAnswer() {
        var failure = catchThrowableOfType(
                ProviderException.class,
                () -> new World()
                        .says(QUESTION, List.of(none(1, Outcome.SILENT)), List.of(none(7, Outcome.UNREACHABLE)))
                        .limit("There is no way out on port 53.")
                        .read(TOKEN));

        assertThat(failure.kind()).isEqualTo(Kind.UNAVAILABLE);
        assertThat(failure.what())
                .isEqualTo("Nobody on the Internet could be asked for _token.shop.example TXT: no name server of its"
                        + " zone, no public resolver. There is no way out on port 53.");
        assertThat(failure.hint())
                .contains(
                        "See that port 53 is open to the outside (UDP and TCP), or name resolvers by https:// addresses"
                                + " in the setting resolvers; then run this again.");
    }

    @Test
    void aRunThatWasStoppedDidNotAsk() {
        var failure = catchThrowableOfType(
                ProviderException.class,
                () -> new World()
                        .says(QUESTION, List.of(none(1, Outcome.NOT_ASKED)), List.of())
                        .read(TOKEN));

        assertThat(failure.kind()).isEqualTo(Kind.NOT_ASKED);
    }
}
