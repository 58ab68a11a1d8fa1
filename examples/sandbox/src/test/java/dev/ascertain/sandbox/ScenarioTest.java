package dev.ascertain.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ascertain.sandbox.section.ScenarioException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class ScenarioTest {
    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            cloudflare: {zone: []}                              | scenario.cloudflare: unknown key "zone". Known are account, keys, quota, tokens, zones.
            cloudflare: []                                      | scenario.cloudflare: expected a mapping.
            cloudflare: {zones: shop.example}                   | scenario.cloudflare.zones: expected a list.
            cloudflare: {quota: lots}                           | scenario.cloudflare.quota: expected a number of calls and a time, such as "120 per 3s", found "lots".
            cloudflare: {zones: [{}]}                           | scenario.cloudflare.zones[0]: "name" is missing.
            cloudflare: {tokens: [{token: 12345}]}              | scenario.cloudflare.tokens[0].token: expected text; put it in quotes.
            cloudflare: {zones: [{name: a.example, id: a}]}     | scenario.cloudflare.zones[0].id: expected 32 hexadecimal digits, found "a".
            cloudflare: {tokens: [{token: t, read_only: no}]}   | scenario.cloudflare.tokens[0].read_only: expected true or false.
            faults: [{path: "*", answer: odd}]                  | scenario.faults[0].answer: expected one of html, throttled, cut, half, huge, reset, never, found "odd".
            faults: [{path: "*", latency: slow}]                | scenario.faults[0].latency: expected a time such as 250ms, 3s, 5m, 2h or 7d, found "slow".
            faults: [{path: "*", first: 0}]                     | scenario.faults[0].first: expected a whole number of at least 1.
            huaweicloud_live: {domains: [{domain: a.example, changes: [{set: {}}]}]} | scenario.huaweicloud_live.domains[0].changes[0]: "after_trigger" is missing.
            cloudflare: {zones: [{name: a.example, verifications: [{changes: [{after_trigger: 1s, token: perhaps, set: {}}]}]}]} | scenario.cloudflare.zones[0].verifications[0].changes[0].token: expected one of seen, missing, found "perhaps".
            dns: {zone: []}                                     | scenario.dns: unknown key "zone". Known are latency, port, resolvers, zones.
            dns: {zones: [{}]}                                  | scenario.dns.zones[0]: "name" is missing.
            dns: {zones: [{name: a..b}]}                        | scenario.dns.zones[0].name: "a..b" is no name: 'a..b': invalid empty label.
            dns: {zones: [{name: a.example, records: "@ A 300"}]} | scenario.dns.zones[0].records: line 1: Invalid address: 300
            dns: {zones: [{name: a.example, records: "b.example. A 1.2.3.4"}]} | scenario.dns.zones[0].records: b.example. is not in the zone a.example.
            dns: {zones: [{name: a.example, servers: [{name: n.a.example}]}]} | scenario.dns.zones[0].servers[0].addresses: at least one is needed.
            dns: {zones: [{name: a.example, servers: [{name: n.a.example, addresses: [8.8.8.8]}]}]} | scenario.dns.zones[0].servers[0].addresses: expected an address such as 127.0.0.4 or ::1, found "8.8.8.8".
            dns: {zones: [{name: a.example, dnssec: broken}]}   | scenario.dns.zones[0].dnssec: expected one of none, signed, bogus, found "broken".
            dns: {zones: [{name: a.example, changes: [{remove: b}]}]} | scenario.dns.zones[0].changes[0].remove: expected a name and a type, such as "www TXT", found "b".
            dns: {zones: [{name: a.example, changes: [{remove: b ODD}]}]} | scenario.dns.zones[0].changes[0].remove: expected the type of a record, such as TXT, found "ODD".
            dns: {zones: [{name: a.example, changes: [{after_call: GET /, after_questions: 1}]}]} | scenario.dns.zones[0].changes[0].after_call: either this or after_questions.
            dns: {resolvers: [{address: ns.example}]}           | scenario.dns.resolvers[0].address: expected an address such as 127.0.0.4 or ::1, found "ns.example".
            dns: {resolvers: [{address: 127.0.0.9, fault: odd}]} | scenario.dns.resolvers[0].fault: expected one of refused, servfail, not_authoritative, upwards, silent, drip, cut, garbage, wrong_id, wrong_question, huge, found "odd".
            web: {sites: [{}]}                                  | scenario.web.sites[0].addresses: at least one is needed.
            web: {sites: [{addresses: [127.0.0.9], pages: [{body: x}]}]} | scenario.web.sites[0].pages[0]: "path" is missing.
            web: {sites: [{addresses: [127.0.0.9], pages: [{path: /, after_questions: 2}]}]} | scenario.web.sites[0].pages[0].after_questions: this is for records only.
            web: {sites: [{addresses: [127.0.0.9], certificates: [{names: [a.example], not_after: soon}]}]} | scenario.web.sites[0].certificates[0].not_after: expected a time such as start+80d or start-2h, found "soon".
            web: {sites: [{addresses: [127.0.0.9], certificates: [{names: [a.example], issuer: nobody}]}]} | scenario.web.sites[0].certificates[0].issuer: expected a name such as CN=shop.example,O=Shop, found "nobody".
            """)
    void saysWhatItDoesNotUnderstand(String text, String message) {
        assertThatThrownBy(() -> Scenario.parse(text))
                .isInstanceOf(ScenarioException.class)
                .hasMessage(message);
    }

    @Test
    void namesTheFile() {
        assertThatThrownBy(() -> ScenarioReader.read("world.yaml", "a: [b"))
                .isInstanceOf(ScenarioException.class)
                .hasMessageStartingWith("world.yaml: no YAML. ");
    }

    @Test
    void nothingIsAWorldToo() {
        assertThat(Scenario.parse("").cloudflare().zones()).isEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            dns: {zones: [{name: a.example}, {name: A.example}]} | The zone A.example. is there twice.
            dns: {zones: [{name: a.example}], resolvers: [{address: 127.0.0.4}]} | 127.0.0.4 cannot be a resolver and something else.
            """)
    void saysWhatCannotBeServed(String text, String message) {
        assertThatThrownBy(() -> Sandbox.start(Scenario.parse(text)))
                .isInstanceOf(ScenarioException.class)
                .hasMessage(message);
    }

    @Test
    void everyExampleOfTheReadmeCanBeRead() throws IOException {
        var examples = Pattern.compile("(?s)```yaml\n((?:cloudflare|dns|web):.*?)```")
                .matcher(Files.readString(Path.of("README.md")))
                .results()
                .map(example -> example.group(1))
                .toList();
        assertThat(examples).hasSize(3).allSatisfy(Scenario::parse);
    }

    static Stream<Path> scenarios() throws IOException {
        return Stream.concat(
                Files.walk(Path.of("scenarios")).filter(Files::isRegularFile),
                Stream.of(Path.of("../quickstart/world.yaml")));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("scenarios")
    void everyScenarioHereCanBeRead(Path file) throws IOException {
        assertThat(Scenario.read(file).cloudflare().tokens()).isNotEmpty();
    }
}
