package dev.ascertain.evidence.dns;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ascertain.evidence.Inquiry;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What is seen of worlds in which every server answers. */
class DnsProbeTest {
    private static final Duration PROBE = Duration.ofSeconds(5);
    private static final String TOKEN = "_acme-challenge.www.shop.example";

    @Test
    void aPublishedTokenIsSeenAtTheSourceAndThenAtTheResolver() throws IOException {
        assertThat(seen(FakeInternet.shop(TOKEN + ". TXT \"to\" \"ken\""), Look.text("www.shop.example", TOKEN)))
                .isEqualTo("""
                        zone shop.example from 'example' DELEGATED [ns1.shop.example, ns2.shop.example] at [127.0.0.3, 127.0.0.4]
                        _acme-challenge.www.shop.example TXT 127.0.0.3 ANSWERED AA | _acme-challenge.www.shop.example TXT token
                        _acme-challenge.www.shop.example TXT 127.0.0.4 ANSWERED AA | _acme-challenge.www.shop.example TXT token
                        _acme-challenge.www.shop.example TXT public 127.0.0.53 ANSWERED | _acme-challenge.www.shop.example TXT token
                        shop.example NS 127.0.0.3 ANSWERED AA | shop.example NS ns1.shop.example | shop.example NS ns2.shop.example
                        shop.example NS 127.0.0.4 ANSWERED AA | shop.example NS ns1.shop.example | shop.example NS ns2.shop.example
                        shop.example SOA 127.0.0.3 ANSWERED AA | shop.example SOA ns.invalid admin.invalid 1 3600 600 86400 60
                        shop.example SOA 127.0.0.4 ANSWERED AA | shop.example SOA ns.invalid admin.invalid 1 3600 600 86400 60
                        shop.example SOA public 127.0.0.53 ANSWERED | shop.example SOA ns.invalid admin.invalid 1 3600 600 86400 60
                        """);
    }

    @Test
    void aMissingTokenIsLookedForBesideAndNeverAtTheResolver() throws IOException {
        var internet = FakeInternet.shop(TOKEN + ".shop.example. TXT \"doubled\"\nshop.example. TXT \"apex\"");

        assertThat(seen(internet, Look.text("www.shop.example", TOKEN), "_acme", "www", "shop.example TXT"))
                .isEqualTo("""
                        _acme-challenge.www.shop.example NS 127.0.0.3 NO_SUCH_NAME AA
                        _acme-challenge.www.shop.example TXT 127.0.0.3 NO_SUCH_NAME AA
                        _acme-challenge.www.shop.example TXT 127.0.0.4 NO_SUCH_NAME AA
                        _acme-challenge.www.shop.example.shop.example TXT 127.0.0.3 ANSWERED AA | _acme-challenge.www.shop.example.shop.example TXT doubled
                        shop.example TXT 127.0.0.3 ANSWERED AA | shop.example TXT apex
                        www.shop.example TXT 127.0.0.3 ANSWERED AA
                        """);
    }

    @Test
    void aTokenBehindAnAliasIsFollowedToItsOwnZone() throws IOException {
        var internet = FakeInternet.shop(TOKEN + ". CNAME www.dcv.example.")
                .zone("127.0.0.2", "dcv.example.", "www.dcv.example. TXT \"token\"\ndcv.example. NS ns.example.");

        assertThat(seen(internet, Look.text("www.shop.example", TOKEN), "_acme", "www", "zone dcv"))
                .isEqualTo("""
                        zone dcv.example from 'example' DELEGATED [ns.example] at [127.0.0.2]
                        _acme-challenge.www.shop.example TXT 127.0.0.3 ANSWERED AA | _acme-challenge.www.shop.example CNAME www.dcv.example
                        _acme-challenge.www.shop.example TXT 127.0.0.4 ANSWERED AA | _acme-challenge.www.shop.example CNAME www.dcv.example
                        _acme-challenge.www.shop.example TXT public 127.0.0.53 ANSWERED | _acme-challenge.www.shop.example CNAME www.dcv.example | www.dcv.example TXT token
                        www.dcv.example TXT 127.0.0.2 ANSWERED AA | www.dcv.example TXT token
                        """);
    }

    @Test
    void anAliasThatTurnsInACircleEnds() throws IOException {
        var internet = FakeInternet.shop(TOKEN + ". CNAME b.shop.example.\nb.shop.example. CNAME " + TOKEN + ".");

        assertThat(seen(internet, Look.text("www.shop.example", TOKEN), "_acme-challenge.www.shop.example TXT", "b."))
                .isEqualTo("""
                        _acme-challenge.www.shop.example TXT 127.0.0.3 ANSWERED AA | _acme-challenge.www.shop.example CNAME b.shop.example
                        _acme-challenge.www.shop.example TXT 127.0.0.4 ANSWERED AA | _acme-challenge.www.shop.example CNAME b.shop.example
                        b.shop.example TXT 127.0.0.3 ANSWERED AA | b.shop.example CNAME _acme-challenge.www.shop.example
                        b.shop.example TXT 127.0.0.4 ANSWERED AA | b.shop.example CNAME _acme-challenge.www.shop.example
                        """);
    }

    @Test
    void aZoneBelowTheZoneIsFoundWhereTheTokenStands() throws IOException {
        var internet = FakeInternet.shop("_acme-challenge.www.shop.example. NS ns.example.")
                .zone("127.0.0.2", TOKEN + ".", TOKEN + ". TXT \"token\"\n" + TOKEN + ". NS ns.example.");

        assertThat(seen(internet, Look.text("www.shop.example", TOKEN), "zone", "_acme-challenge.www.shop.example TXT"))
                .isEqualTo("""
                        zone _acme-challenge.www.shop.example from 'shop.example' DELEGATED [ns.example] at [127.0.0.2]
                        zone shop.example from 'example' DELEGATED [ns1.shop.example, ns2.shop.example] at [127.0.0.3, 127.0.0.4]
                        _acme-challenge.www.shop.example TXT 127.0.0.2 ANSWERED AA | _acme-challenge.www.shop.example TXT token
                        _acme-challenge.www.shop.example TXT public 127.0.0.53 ANSWERED | _acme-challenge.www.shop.example TXT token
                        """);
    }

    @Test
    void aFlattenedAliasIsSeenByItsAddress() throws IOException {
        var internet = FakeInternet.shop("a.shop.example. A 192.0.2.7\ncdn.shop.example. A 192.0.2.7");

        assertThat(seen(internet, Look.alias("a.shop.example", "a.shop.example", "cdn.shop.example"), "a.", "cdn."))
                .isEqualTo("""
                        a.shop.example A 127.0.0.3 ANSWERED AA | a.shop.example A 192.0.2.7
                        a.shop.example AAAA 127.0.0.3 ANSWERED AA
                        a.shop.example CNAME 127.0.0.3 ANSWERED AA
                        a.shop.example CNAME 127.0.0.4 ANSWERED AA
                        a.shop.example NS 127.0.0.3 ANSWERED AA
                        a.shop.example TXT 127.0.0.3 ANSWERED AA
                        a.shop.example.shop.example CNAME 127.0.0.3 NO_SUCH_NAME AA
                        cdn.shop.example A public 127.0.0.53 ANSWERED | cdn.shop.example A 192.0.2.7
                        cdn.shop.example AAAA public 127.0.0.53 ANSWERED
                        """);
    }

    @Test
    void aChainOfAliasesCanBeReadLinkByLink() throws IOException {
        var internet = FakeInternet.shop("""
                a.shop.example. CNAME b.shop.example.
                b.shop.example. CNAME c.shop.example.
                """);

        assertThat(seen(internet, Look.alias("", "a.shop.example", "b.shop.example"), "a.", "b.", "c."))
                .isEqualTo("""
                        a.shop.example CNAME 127.0.0.3 ANSWERED AA | a.shop.example CNAME b.shop.example
                        a.shop.example CNAME 127.0.0.4 ANSWERED AA | a.shop.example CNAME b.shop.example
                        a.shop.example CNAME public 127.0.0.53 ANSWERED | a.shop.example CNAME b.shop.example
                        b.shop.example A public 127.0.0.53 NO_SUCH_NAME | b.shop.example CNAME c.shop.example
                        b.shop.example AAAA public 127.0.0.53 NO_SUCH_NAME | b.shop.example CNAME c.shop.example
                        b.shop.example CNAME 127.0.0.3 ANSWERED AA | b.shop.example CNAME c.shop.example
                        c.shop.example CNAME 127.0.0.3 NO_SUCH_NAME AA
                        """);
    }

    @Test
    void caaIsClimbedToTheFirstSet() throws IOException {
        var internet = FakeInternet.shop("shop.example. CAA 0 issue \"letsencrypt.org\"");

        assertThat(seen(internet, Look.certificate("*.www.shop.example"), "www", "shop.example CAA", "example"))
                .isEqualTo("""
                        shop.example CAA 127.0.0.3 ANSWERED AA | shop.example CAA 0 issue "letsencrypt.org"
                        shop.example CAA 127.0.0.4 ANSWERED AA | shop.example CAA 0 issue "letsencrypt.org"
                        shop.example CAA public 127.0.0.53 ANSWERED | shop.example CAA 0 issue "letsencrypt.org"
                        www.shop.example CAA 127.0.0.3 ANSWERED AA
                        www.shop.example CAA 127.0.0.4 ANSWERED AA
                        www.shop.example CAA public 127.0.0.53 ANSWERED
                        """);
    }

    @Test
    void caaBehindAnAliasIsFoundButItsParentsAreNotClimbed() throws IOException {
        var internet = FakeInternet.shop("a.shop.example. CNAME b.cdn.example.")
                .zone("127.0.0.2", "cdn.example.", "cdn.example. NS ns.example.\ncdn.example. CAA 0 issue \";\"");

        assertThat(seen(internet, Look.certificate("a.shop.example"), "a.", "b.", "cdn.example CAA", "example CAA"))
                .isEqualTo("""
                        a.shop.example CAA 127.0.0.3 ANSWERED AA | a.shop.example CNAME b.cdn.example
                        a.shop.example CAA 127.0.0.4 ANSWERED AA | a.shop.example CNAME b.cdn.example
                        a.shop.example CAA public 127.0.0.53 NO_SUCH_NAME | a.shop.example CNAME b.cdn.example
                        b.cdn.example CAA 127.0.0.2 NO_SUCH_NAME AA
                        example CAA 127.0.0.2 ANSWERED AA
                        example CAA public 127.0.0.53 ANSWERED
                        """);
    }

    @Test
    void whatTheRegistryDoesNotKnowIsNotDelegated() throws IOException {
        assertThat(seen(FakeInternet.shop(""), Look.text("www.gone.example", "_acme-challenge.www.gone.example")))
                .isEqualTo("""
                        zone gone.example from 'example' NOT_DELEGATED [] at []
                        """);
    }

    @Test
    void aSignedZoneHasItsKeyAtTheParent() throws IOException {
        var internet = FakeInternet.shop("").zone("127.0.0.2", "signed.example.", "signed.example. NS ns.example.");
        internet.add("127.0.0.2", """
                signed.example. NS ns.example.
                signed.example. DS 12345 13 2 AABBCCDDEEFF00112233445566778899AABBCCDDEEFF00112233445566778899
                """);

        assertThat(seen(internet, Look.text("signed.example", "_t.signed.example"), "zone"))
                .isEqualTo("""
                        zone signed.example from 'example' DELEGATED [ns.example] at [127.0.0.2] signed
                        """);
    }

    @Test
    void nameServersThatOnlyTheChildNamesAreAskedToo() throws IOException {
        var internet = FakeInternet.shop("""
                shop.example. NS ns3.shop.example.
                ns3.shop.example. A 127.0.0.5
                """).zone("127.0.0.5", "shop.example.", "shop.example. NS ns3.shop.example.");

        assertThat(seen(
                        internet,
                        Look.text("shop.example", "_t.shop.example"),
                        "zone",
                        "shop.example SOA",
                        "_t.shop.example TXT"))
                .isEqualTo("""
                        zone shop.example from 'example' DELEGATED [ns1.shop.example, ns2.shop.example] at [127.0.0.3, 127.0.0.4, 127.0.0.5]
                        _t.shop.example TXT 127.0.0.3 NO_SUCH_NAME AA
                        _t.shop.example TXT 127.0.0.4 NO_SUCH_NAME AA
                        _t.shop.example TXT 127.0.0.5 NO_SUCH_NAME AA
                        shop.example SOA 127.0.0.3 ANSWERED AA | shop.example SOA ns.invalid admin.invalid 1 3600 600 86400 60
                        shop.example SOA 127.0.0.4 ANSWERED AA | shop.example SOA ns.invalid admin.invalid 1 3600 600 86400 60
                        shop.example SOA 127.0.0.5 ANSWERED AA | shop.example SOA ns.invalid admin.invalid 1 3600 600 86400 60
                        shop.example SOA public 127.0.0.53 ANSWERED | shop.example SOA ns.invalid admin.invalid 1 3600 600 86400 60
                        """);
    }

    @Test
    void noQuestionIsSentTwice() throws IOException {
        List<Inquiry> many = IntStream.range(0, 200)
                .mapToObj(i -> Look.text("h" + i + ".shop.example", "_t.h" + i + ".shop.example"))
                .toList();
        try (var internet = FakeInternet.shop("").open();
                var probe = internet.probe(PROBE)) {
            probe.look(many);
            probe.look(many);

            assertThat(internet.asked().values()).containsOnly(1);
            assertThat(probe.questions()).isEqualTo(internet.asked().size());
        }
    }

    private static String seen(FakeInternet world, Inquiry inquiry, String... beginnings) throws IOException {
        try (var internet = world.open();
                var probe = internet.probe(PROBE)) {
            probe.look(List.of(inquiry));
            assertThat(internet.asked().values()).containsOnly(1);
            return Look.of(probe.seen(), beginnings);
        }
    }
}
