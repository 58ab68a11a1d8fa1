package dev.ascertain.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.xbill.DNS.Flags;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.Section;

/** The sandbox's public resolvers. */
class ResolversTest {
    private static final String WORLD = """
            dns:
              zones:
                - name: shop.example
                  negative_ttl: 60s
                  records: |
                    value  100 TXT   "old"
                    www    60  CNAME cdn.signed.example.
                    loop1  60  CNAME loop2
                    loop2  60  CNAME loop1
                    away   60  CNAME nothing.signed.example.
                  changes:
                    - {after: 0s, add: 'seen 60 TXT "there"'}
                    - {after: 0s, remove: "value TXT", add: 'value 100 TXT "new"'}
                    - {after: 30s, add: 'late 60 TXT "there"'}
                - {name: signed.example, dnssec: signed, records: "cdn 50 A 127.0.0.10"}
                - {name: bogus.example, dnssec: bogus, records: "@ 50 A 127.0.0.10"}
                - {name: sub.bogus.example, records: "@ 50 A 127.0.0.10"}
                - {name: lost.example, delegation: [], records: "@ 50 A 127.0.0.10"}
                - name: lame.example
                  servers:
                    - {name: ns1.lame.example, addresses: [127.0.0.6], fault: silent}
                    - {name: ns2.lame.example, addresses: [127.0.0.7]}
                  records: "@ 50 A 127.0.0.10"
                - name: dead.example
                  servers: [{name: ns.dead.example, addresses: [127.0.0.6], fault: refused}]
                - name: caa.example
                  servers: [{name: ns.caa.example, addresses: [127.0.0.6], fault: silent, fault_types: [CAA]}]
                  records: "@ 50 A 127.0.0.10"
              resolvers:
                - {address: 127.0.0.51}
                - {address: 127.0.0.52, asked: [seen.shop.example TXT, value.shop.example TXT]}
                - {address: 127.0.0.53, lags: 10s}
                - {address: 127.0.0.54, fault: servfail}
            """;

    @RegisterExtension
    private final Running running = new Running(WORLD, Sandbox::address);

    private Asker resolver(int last) {
        return Asker.of(running.sandbox(), "127.0.0." + last).recursive();
    }

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource(delimiter = '|', textBlock = """
            value.shop.example | TXT   | NOERROR new
            www.shop.example   | A     | NOERROR cdn.signed.example. 127.0.0.10
            www.shop.example   | CNAME | NOERROR cdn.signed.example.
            away.shop.example  | A     | NXDOMAIN nothing.signed.example.
            loop1.shop.example | A     | SERVFAIL
            none.shop.example  | A     | NXDOMAIN
            shop.example       | TXT   | NOERROR
            bogus.example      | A     | SERVFAIL
            sub.bogus.example  | A     | SERVFAIL
            lost.example       | A     | NXDOMAIN
            lame.example       | A     | NOERROR 127.0.0.10
            dead.example       | A     | SERVFAIL
            caa.example        | A     | NOERROR 127.0.0.10
            caa.example        | CAA   | SERVFAIL
            nowhere.test       | A     | NXDOMAIN
            .                  | NS    | NOERROR root-server.
            """)
    void resolves(String name, String type, String answer) {
        assertThat(resolver(51).brief(name, type)).isEqualTo(answer);
    }

    @Test
    void saysWhyItFails() throws IOException {
        assertThat(Asker.extendedErrors(resolver(51).ask("bogus.example", "A")))
                .containsExactly("9 no SEP matching the DS found");
        assertThat(Asker.extendedErrors(resolver(51).ask("dead.example", "A")))
                .containsExactly("22 at delegation dead.example.");
        assertThat(resolver(51).withoutEdns().ask("bogus.example", "A").getOPT())
                .isNull();
    }

    @Test
    void checkingCanBeDisabled() throws IOException {
        var unchecked = resolver(51).unchecked().ask("bogus.example", "A");
        assertThat(Asker.data(unchecked, Section.ANSWER)).isEqualTo(" 127.0.0.10");
        assertThat(unchecked.getHeader().getFlag(Flags.CD)).isTrue();
        assertThat(resolver(51).unchecked().brief("dead.example", "A")).isEqualTo("SERVFAIL");
    }

    @Test
    void tellsWhatIsAuthentic() throws IOException {
        assertThat(resolver(51).ask("cdn.signed.example", "A").getHeader().getFlag(Flags.AD))
                .isTrue();
        assertThat(resolver(51).ask("value.shop.example", "TXT").getHeader().getFlag(Flags.AD))
                .isFalse();
        assertThat(resolver(51).ask("value.shop.example", "TXT").getHeader().getFlag(Flags.RA))
                .isTrue();
    }

    @Test
    void holdsAnAnswerAsLongAsItsTtlSays() throws IOException {
        assertThat(ttl(51, "value")).isEqualTo(100);
        running.clock.pass("40s");
        assertThat(ttl(51, "value")).isEqualTo(60);
        running.clock.pass("60s");
        assertThat(ttl(51, "value")).isEqualTo(100);
    }

    private long ttl(int resolver, String label) throws IOException {
        var answer = resolver(resolver).ask(label + ".shop.example", "TXT");
        return answer.getSection(Section.ANSWER).getFirst().getTTL();
    }

    @Test
    void holdsWhatIsNotThereToo() throws IOException {
        assertThat(negative(51, "late")).isEqualTo("NXDOMAIN 60");
        running.clock.pass("31s");
        assertThat(negative(51, "late")).isEqualTo("NXDOMAIN 29");
        assertThat(resolver(53).brief("late.shop.example", "TXT")).isEqualTo("NXDOMAIN");
        running.clock.pass("29s");
        assertThat(resolver(51).brief("late.shop.example", "TXT")).isEqualTo("NOERROR there");
    }

    private String negative(int resolver, String label) throws IOException {
        var answer = resolver(resolver).ask(label + ".shop.example", "TXT");
        var soa = answer.getSection(Section.AUTHORITY).getFirst();
        return Rcode.string(answer.getRcode()) + " " + soa.getTTL();
    }

    @Test
    void oneHoldsWhatWasAskedBeforeTheStart() {
        assertThat(resolver(51).brief("seen.shop.example", "TXT")).isEqualTo("NOERROR there");
        assertThat(resolver(52).brief("seen.shop.example", "TXT")).isEqualTo("NXDOMAIN");
        assertThat(resolver(52).brief("value.shop.example", "TXT")).isEqualTo("NOERROR old");
        running.clock.pass("60s");
        assertThat(resolver(52).brief("seen.shop.example", "TXT")).isEqualTo("NOERROR there");
        assertThat(resolver(52).brief("value.shop.example", "TXT")).isEqualTo("NOERROR old");
        running.clock.pass("40s");
        assertThat(resolver(52).brief("value.shop.example", "TXT")).isEqualTo("NOERROR new");
    }

    @Test
    void oneLags() {
        running.clock.pass("35s");
        assertThat(resolver(51).brief("late.shop.example", "TXT")).isEqualTo("NOERROR there");
        assertThat(resolver(53).brief("late.shop.example", "TXT")).isEqualTo("NXDOMAIN");
    }

    @Test
    void oneFails() {
        assertThat(resolver(54).brief("value.shop.example", "TXT")).isEqualTo("SERVFAIL");
    }
}
