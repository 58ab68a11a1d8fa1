package dev.ascertain.providers.cloudflare;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ascertain.spi.Challenge;
import dev.ascertain.spi.Value;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ProofTest {
    static Stream<Arguments> shapes() {
        return Stream.of(
                Arguments.of(
                        "txt pair",
                        "{'txt_name': '_acme-challenge.example.com', 'txt_value': 'v'}",
                        "txt",
                        new Challenge.Txt("_acme-challenge.example.com", "v", null)),
                Arguments.of(
                        "cname pair with a status",
                        "{'cname': 'c.example.com', 'cname_target': 't.dcv.com', 'status': 'pending'}",
                        "cname",
                        new Challenge.Cname("c.example.com", "t.dcv.com", "pending")),
                Arguments.of(
                        "http pair",
                        "{'http_url': 'http://example.com/.well-known/x', 'http_body': 'b'}",
                        "http",
                        new Challenge.HttpFile("http://example.com/.well-known/x", "b", null)),
                Arguments.of(
                        "record and target are a CNAME",
                        "{'record_name': 'c.example.com', 'record_target': 't.dcv.com'}",
                        "cname",
                        new Challenge.Cname("c.example.com", "t.dcv.com", null)),
                Arguments.of(
                        "record and target of an order by TXT",
                        "{'record_name': 'c.example.com', 'record_target': 'v'}",
                        "txt",
                        new Challenge.Txt("c.example.com", "v", null)),
                Arguments.of(
                        "record and value",
                        "{'record_name': 'c.example.com', 'record_value': 'v'}",
                        null,
                        new Challenge.Txt("c.example.com", "v", null)),
                Arguments.of(
                        "mail",
                        "{'emails': ['admin@example.com'], 'status': 'pending'}",
                        "email",
                        new Challenge.Email("admin@example.com", "", "pending")));
    }

    @ParameterizedTest(name = "by {0}: {1}")
    @CsvSource({"txt, TXT", "HTTP, HTTP", "email, TXT HTTP", ", TXT HTTP"})
    void ofAlternativesOnlyTheMethodInUseIsToBePublished(@Nullable String method, String kinds) {
        List<Proof> both = Proof.of(
                Wires.json("[{'txt_name': '_acme-challenge.example.com', 'txt_value': 'v'},"
                        + " {'http_url': 'http://example.com/.well-known/x', 'http_body': 'b'}]"),
                method);

        assertThat(Proof.byMethod(both, method).stream()
                        .map(proof -> proof.kind().name()))
                .containsExactly(kinds.split(" "));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("shapes")
    void everyPairIsRead(String name, String json, String method, Challenge expected) {
        assertThat(Proof.of(Wires.json(json), method).stream().map(Proof::challenge))
                .containsExactly(expected);
        assertThat(Proof.of(Wires.json("[" + json + "]"), method).stream().map(Proof::challenge))
                .containsExactly(expected);
    }

    @Test
    void severalValuesAtOneNameAreASet() {
        List<Proof> one = Proof.of(
                Wires.json("[{'txt_name': 'n', 'txt_value': 'b'}, {'txt_name': 'n', 'txt_value': 'a'}]"), "txt");
        List<Proof> other = Proof.of(
                Wires.json("[{'txt_name': 'n', 'txt_value': 'a'}, {'txt_name': 'n', 'txt_value': 'b'}]"), "txt");
        assertThat(one).hasSize(2).isEqualTo(other);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "null",
                "{}",
                "[]",
                "''",
                "7",
                "[null, 'x', [], {}]",
                "{'txt_name': 'n'}",
                "{'txt_name': 'n', 'txt_value': ''}",
                "{'txt_name': {'a': 1}, 'txt_value': ['b']}",
                "{'emails': 'admin@example.com'}",
            })
    void whatSaysNothingIsNothing(String json) {
        assertThat(Proof.of(Wires.json(json), "txt")).isEmpty();
    }

    @Test
    void whatIsLeftOutIsNothing() {
        assertThat(Proof.of(null, "txt")).isEmpty();
    }

    @Test
    void anEntryIsShownByItsParts() {
        Proof proof = Proof.of(Wires.json("{'txt_name': 'n', 'txt_value': 'v', 'status': 'pending', 'new': 1}"), "txt")
                .getFirst();
        assertThat(proof.fields())
                .isEqualTo(new Value.Fields(Map.of(
                        "kind", Value.of("txt"),
                        "name", Value.of("n"),
                        "value", Value.of("v"),
                        "status", Value.of("pending"))));
        assertThat(proof.fields().asText()).isEqualTo("{kind: txt, name: n, value: v, status: pending}");
    }
}
