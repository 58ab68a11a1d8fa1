package dev.ascertain.evidence.dns;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import dev.ascertain.evidence.Answer;
import dev.ascertain.evidence.Answers;
import dev.ascertain.evidence.Inquiry;
import dev.ascertain.evidence.Question;
import dev.ascertain.spi.RunContext;
import dev.ascertain.testkit.FakeTime;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.xbill.DNS.Flags;
import org.xbill.DNS.Name;
import org.xbill.DNS.Rcode;

/** Servers that are silent, lame, wrong or wicked. */
class HostileDnsTest {
    private static final Duration SHORT = Duration.ofMillis(300);
    private static final Duration LONG = Duration.ofSeconds(5);
    private static final String NS2 = "127.0.0.4";

    /** What a habit of the second name server makes of the question for the token. */
    static Stream<Arguments> habits() {
        return Stream.of(
                habit("silent", _ -> (_, _) -> List.of(), "SILENT"),
                habit("refuses", _ -> Habits.coded(Rcode.REFUSED), "REFUSED"),
                habit("knows nothing of the question", _ -> Habits.coded(Rcode.NOTIMP), "REFUSED"),
                habit("fails", _ -> Habits.coded(Rcode.SERVFAIL), "SERVER_FAILED"),
                habit("wrong id only", Habits::wrongId, "MALFORMED"),
                habit("wrong id first", Habits::wrongIdFirst, "ANSWERED AA" + token("token")),
                habit("wrong question", _ -> Habits::wrongQuestion, "MALFORMED"),
                habit("cut in the middle", plain -> (query, tcp) -> Habits.cut(plain.say(query, tcp)), "MALFORMED"),
                habit("nothing but a header", _ -> (query, _) -> List.of(Habits.header(query)), "MALFORMED"),
                habit("a question where an answer belongs", _ -> (query, _) -> List.of(query.toWire()), "MALFORMED"),
                habit(
                        "truncated",
                        plain -> (query, tcp) -> tcp ? plain.say(query, true) : Habits.truncated(query),
                        "ANSWERED AA TCP" + token("token")),
                habit("truncated over TCP too", _ -> (query, _) -> Habits.truncated(query), "MALFORMED"),
                habit("answers without authority", _ -> Habits::withoutAuthority, "ANSWERED" + token("x")),
                habit("loses the first question", Habits::losesTheFirst, "ANSWERED AA" + token("token")),
                habit("is older than EDNS", Habits::withoutEdns, "ANSWERED AA" + token("token")),
                habit(
                        "control characters",
                        _ -> (query, _) -> Habits.text(query, "\u0007\u001b[31m\u00e9"),
                        "ANSWERED AA" + token("\\007\\027[31m\\233")));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("habits")
    void whatAServerDoesIsTold(String name, UnaryOperator<FakeServer.Tongue> habit, String seen) throws IOException {
        var internet = FakeInternet.shop("_t.shop.example. TXT \"token\"").habit(NS2, Habits.onlyForTexts(habit));

        assertThat(look(
                        internet,
                        name.equals("loses the first question") ? LONG : SHORT,
                        "_t.shop.example TXT 127.0.0.4"))
                .isEqualTo("_t.shop.example TXT 127.0.0.4 " + seen + "\n");
    }

    @Test
    void aPortThatIsClosedIsUnreachableAtOnce() throws IOException {
        var internet = FakeInternet.shop("""
                _t.shop.example. TXT "token"
                shop.example. NS ns3.shop.example.
                ns3.shop.example. A 127.0.0.99
                """);

        assertThat(look(internet, LONG, "_t.shop.example TXT 127.0.0.99"))
                .isEqualTo("_t.shop.example TXT 127.0.0.99 UNREACHABLE\n");
    }

    @Test
    void aServerThatIsSilentIsNotWaitedForAgain() throws IOException {
        List<Inquiry> many = Stream.iterate(0, i -> i + 1)
                .limit(50)
                .map(i -> Look.text("shop.example", "_t" + i + ".shop.example"))
                .toList();
        try (var internet = FakeInternet.shop("")
                        .habit(NS2, _ -> (_, _) -> List.of())
                        .open();
                var probe = internet.probe(SHORT)) {
            probe.look(many);

            assertThat(internet.asked().keySet().stream().filter(asked -> asked.startsWith(NS2)))
                    .containsExactly("127.0.0.4 shop.example NS");
            assertThat(Look.of(probe.seen(), "_t49.shop.example TXT")).isEqualTo("""
                    _t49.shop.example TXT 127.0.0.3 NO_SUCH_NAME AA
                    _t49.shop.example TXT 127.0.0.4 SILENT
                    """);
        }
    }

    @Test
    void aTextOf64KilobytesIsCutDown() throws IOException {
        var internet = FakeInternet.shop("")
                .habit(
                        NS2,
                        Habits.onlyForTexts(_ -> (query, tcp) ->
                                tcp ? Habits.text(query, "x".repeat(60_000)) : Habits.truncated(query)));
        try (var world = internet.open();
                var probe = world.probe(LONG)) {
            probe.look(List.of(Look.text("shop.example", "_t.shop.example")));

            Answer answer = probe.seen()
                    .answers()
                    .get(new Question("_t.shop.example", "TXT"))
                    .authoritative()
                    .getLast();
            assertThat(answer.bytes()).isGreaterThan(60_000);
            assertThat(answer.records())
                    .singleElement()
                    .satisfies(record ->
                            assertThat(record.data()).isEqualTo("x".repeat(Presentation.LONGEST_DATA) + "..."));
        }
    }

    @Test
    void aConnectionThatBringsNothingEndsWithTheTime() throws IOException {
        var internet = FakeInternet.shop("").habit(NS2, Habits.onlyForTexts(_ -> Habits::silentOverTcp));

        assertThat(look(internet, SHORT, "_t.shop.example TXT 127.0.0.4"))
                .isEqualTo("_t.shop.example TXT 127.0.0.4 MALFORMED\n");
    }

    @Test
    void aConnectionThatDripsEndsWithTheTimeAndSaysNothing() throws IOException {
        var internet = FakeInternet.shop("_t.shop.example. TXT \"token\"")
                .habit(NS2, _ -> Habits.dripping(Duration.ofMillis(20)));
        long begin = System.nanoTime();
        try (var world = internet.open();
                var probe = world.probe(SHORT)) {
            Answers answers = probe.ask(new Question("_t.shop.example", "TXT"));

            assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(LONG);
            assertThat(answers.authoritative().getLast().outcome()).isEqualTo(Answer.Outcome.MALFORMED);
            assertThat(answers.authoritative())
                    .extracting(Answer::isConclusive)
                    .as("what it was about to say is not known")
                    .containsExactly(true, false);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\nb.elsewhere.example", "..", "_a b._c.example", "a.\u001b[31m"})
    void anAliasForWhatIsNoNameCostsNoTime(String target) throws IOException {
        try (var internet = FakeInternet.shop("").open();
                var probe = internet.probe(Duration.ofMinutes(10))) {
            assertTimeoutPreemptively(
                    LONG, () -> probe.look(List.of(Look.alias("shop.example", "_a.shop.example", target))));

            assertThat(probe.seen().limits())
                    .singleElement()
                    .asString()
                    .endsWith(" is no name that the DNS can hold, so nothing was asked about it.");
            assertThat(internet.asked().keySet()).anyMatch(asked -> asked.contains("_a.shop.example CNAME"));
        }
    }

    @Test
    void bogusSignaturesShowWhenCheckingIsLeftOut() throws IOException {
        var internet = FakeInternet.shop("")
                .habit(
                        FakeInternet.RESOLVER,
                        plain -> (query, tcp) ->
                                query.getHeader().getFlag(Flags.CD) ? plain.say(query, tcp) : Habits.bogus(query));

        assertThat(look(internet, LONG, "shop.example SOA public", "shop.example SOA unchecked"))
                .isEqualTo("""
                        shop.example SOA public 127.0.0.53 SERVER_FAILED [DNSKEY Missing (9): no SEP\\010matching the DS, Error 4711]
                        shop.example SOA unchecked 127.0.0.53 ANSWERED | shop.example SOA ns.invalid admin.invalid 1 3600 600 86400 60
                        """);
    }

    @Test
    void withoutAWayOutNothingIsKnownAndTheResolversAreAskedAfterAll() throws IOException {
        var internet =
                FakeInternet.shop("_t.shop.example. TXT \"token\"").habit(FakeInternet.ROOT, _ -> (_, _) -> List.of());

        assertThat(look(internet, SHORT)).isEqualTo("""
                limit No name server of the root answers: there is no way out for DNS questions (port 53), so what the authoritative servers say is not known.
                zone example from '' UNKNOWN [] at []
                _t.shop.example TXT public 127.0.0.53 ANSWERED | _t.shop.example TXT token
                """);
    }

    @Test
    void aPathThatIsInterceptedIsTold() throws IOException {
        var internet = FakeInternet.shop("").habit(FakeInternet.ROOT, _ -> Habits::withoutAuthority);

        assertThat(look(internet, SHORT)).isEqualTo("""
                limit The root's name servers answer like a resolver: something on the way answers in place of whoever is asked on port 53. So what the authoritative servers say is not known, and resolvers are asked over HTTPS only.
                zone example from '' UNKNOWN [] at []
                """);
    }

    @Test
    void aZoneWhoseServersAllAnswerLikeAResolverIsTold() throws IOException {
        var internet = FakeInternet.shop("")
                .habit("127.0.0.3", _ -> Habits::withoutAuthority)
                .habit(NS2, _ -> Habits::withoutAuthority);

        assertThat(look(internet, SHORT, "limit")).isEqualTo("""
                limit All name servers of shop.example answer like a resolver, not as authoritative: something on the way may answer in their place, so what they say is not known.
                """);
    }

    @Test
    void nameServersAtPrivateAddressesAreNotAsked() throws IOException {
        try (var internet = FakeInternet.shop("").open()) {
            DnsSettings all = internet.settings(LONG);
            var strict = new DnsSettings(all.resolvers(), all.root(), all.port(), false, LONG);
            try (var probe = FakeInternet.probe(strict)) {
                probe.look(List.of(Look.text("shop.example", "_t.shop.example")));

                assertThat(Look.of(probe.seen(), "limit", "zone").replace(":" + internet.port(), ""))
                        .isEqualTo("""
                        limit The name server ns.example (127.0.0.2) was not asked, because its address is private or otherwise special. Set private_addresses: allow for the provider internet if it may be.
                        zone shop.example from 'example' UNKNOWN [] at []
                        """);
            }
        }
    }

    @Test
    void nameServersWithoutGlueThatNeedEachOtherEnd() throws IOException {
        var internet = FakeInternet.shop("");
        internet.add("127.0.0.2", """
                one.example. NS ns.two.example.
                two.example. NS ns.one.example.
                """);

        try (var world = internet.open();
                var probe = world.probe(SHORT)) {
            probe.look(List.of(Look.text("one.example", "_t.one.example")));

            assertThat(Look.of(probe.seen(), "zone", "_t")).isEqualTo("""
                    zone one.example from 'example' DELEGATED [ns.two.example] at [ns.two.example nowhere]
                    """);
        }
    }

    @Test
    void aNameThatIsNoneIsNotAsked() throws IOException {
        assertThat(look(FakeInternet.shop(""), LONG, Look.text("a b\u001b.example", "_t..example"), "limit"))
                .isEqualTo("""
                limit "_t..example" is no name that the DNS can hold, so nothing was asked about it.
                limit "a b\\027.example" is no name that the DNS can hold, so nothing was asked about it.
                """);
    }

    @Test
    void aSilentServerIsNotToBlameWhereNothingAnswersOverIpv6() throws IOException {
        try (var internet = ipv6(_ -> (_, _) -> List.of()).open();
                var probe = FakeInternet.probe(internet.settings(SHORT, "::1"))) {
            probe.look(List.of(Look.text("shop.example", "_t.shop.example")));

            assertThat(Look.of(probe.seen(), "limit")).isEqualTo("""
                    limit There is no way out over IPv6, so no name server was asked at its IPv6 address.
                    """);
            assertThat(overIpv6(probe)).containsExactly(Answer.Outcome.UNREACHABLE);
        }
    }

    @Test
    void aSilentServerIsToBlameWhereTheRootAnswersOverIpv6() throws IOException {
        UnaryOperator<FakeServer.Tongue> habit = plain ->
                (query, tcp) -> query.getQuestion().getName().equals(Name.root) ? plain.say(query, tcp) : List.of();
        try (var internet = ipv6(habit).open();
                var probe = FakeInternet.probe(internet.settings(SHORT, "::1"))) {
            probe.look(List.of(Look.text("shop.example", "_t.shop.example")));

            assertThat(Look.of(probe.seen(), "limit")).isEqualTo("\n");
            assertThat(overIpv6(probe)).containsExactly(Answer.Outcome.SILENT);
        }
    }

    @Test
    void whatTimeDoesNotAllowIsNotAsked() throws IOException {
        var time = FakeTime.at("2026-11-22T04:00:00Z");
        try (var internet = FakeInternet.shop("")
                        .habit(NS2, _ -> (_, _) -> List.of())
                        .open();
                var probe = new DnsProbe(
                        internet.settings(LONG), new RunContext(time, time, 8, "test"), Duration.ofMillis(500))) {
            probe.look(List.of(Look.text("shop.example", "_t.shop.example")));

            assertThat(Look.of(probe.seen(), "limit", "_t.shop.example TXT")).isEqualTo("""
                    limit Time was up after 0 s: what had not been asked in the DNS by then is not known.
                    _t.shop.example TXT 127.0.0.3 NOT_ASKED
                    _t.shop.example TXT 127.0.0.4 NOT_ASKED
                    """);
        }
    }

    @Test
    void anInterruptLeavesWhatWasSeen() throws IOException {
        try (var internet = FakeInternet.shop("")
                        .habit(NS2, _ -> (_, _) -> List.of())
                        .open();
                var probe = internet.probe(Duration.ofMinutes(1))) {
            Thread.currentThread().interrupt();
            probe.look(List.of(Look.text("shop.example", "_t.shop.example")));

            assertThat(Thread.interrupted()).isTrue();
            assertThat(probe.seen().limits())
                    .contains("The run was stopped: what had not been asked in the DNS by then is not known.");
        }
    }

    @Test
    void aResolverOverHttpsIsUnreachableWhereNobodyListens() throws IOException {
        try (var internet = FakeInternet.shop("_t.shop.example. TXT \"token\"").open()) {
            DnsSettings all = internet.settings(LONG);
            Contact nobody = Contact.parse("https://127.0.0.1:1/dns-query").orElseThrow();
            var settings = new DnsSettings(List.of(nobody), all.root(), all.port(), true, LONG);
            try (var probe = FakeInternet.probe(settings)) {
                probe.look(List.of(Look.text("shop.example", "_t.shop.example")));

                assertThat(Look.of(probe.seen(), "_t.shop.example TXT public"))
                        .isEqualTo("_t.shop.example TXT public https://127.0.0.1:1/dns-query UNREACHABLE\n");
            }
        }
    }

    /** One name server has an IPv6 address, and so has the root: the same. */
    private static FakeInternet ipv6(UnaryOperator<FakeServer.Tongue> habit) {
        return FakeInternet.shop("""
                shop.example. NS ns6.shop.example.
                ns6.shop.example. AAAA 0:0:0:0:0:0:0:1
                """).zone("::1", "unused.", "").habit("::1", habit);
    }

    private static List<Answer.Outcome> overIpv6(DnsProbe probe) {
        return probe.seen().answers().get(new Question("shop.example", "NS")).authoritative().stream()
                .filter(answer -> answer.server().isIpv6())
                .map(Answer::outcome)
                .toList();
    }

    private static String look(FakeInternet world, Duration probe, String... beginnings) throws IOException {
        return look(world, probe, Look.text("shop.example", "_t.shop.example"), beginnings);
    }

    private static String look(FakeInternet world, Duration time, Inquiry inquiry, String... beginnings)
            throws IOException {
        try (var internet = world.open();
                var probe = internet.probe(time)) {
            probe.look(List.of(inquiry));
            return Look.of(probe.seen(), beginnings);
        }
    }

    private static Arguments habit(String name, UnaryOperator<FakeServer.Tongue> habit, String seen) {
        return Arguments.of(name, habit, seen);
    }

    private static String token(String data) {
        return " | _t.shop.example TXT " + data;
    }
}
