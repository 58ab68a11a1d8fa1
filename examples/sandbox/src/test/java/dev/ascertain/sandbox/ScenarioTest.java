package dev.ascertain.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
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

    static Stream<Path> scenarios() throws IOException {
        return Stream.concat(Files.list(Path.of("scenarios")), Stream.of(Path.of("../quickstart/world.yaml")));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("scenarios")
    void everyScenarioHereCanBeRead(Path file) throws IOException {
        assertThat(Scenario.read(file).cloudflare().tokens()).isNotEmpty();
    }
}
