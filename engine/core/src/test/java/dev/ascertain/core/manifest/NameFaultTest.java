package dev.ascertain.core.manifest;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NameFaultTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "example.com",
                "EXAMPLE.com.",
                "a-b.1.example",
                "xn--bcher-kva.example",
                "bücher.example",
                "bu\u0308cher.example",
                "例え.テスト",
                "ಉದಾಹರಣೆ.ಪರೀಕ್ಷೆ",
                "نامه\u200cای.example",
                "3com.example",
                "a.a1",
            })
    void names(String name) {
        assertThat(NameFault.ofHost(name)).isNull();
    }

    @ParameterizedTest
    @CsvSource({
        "https://shop.example/, is an address, shop.example",
        "https://me:secret@shop.example:8443/cart?x=1#y, is an address, shop.example",
        "//shop.example, is an address, shop.example",
        "shop.example/cart, is an address, shop.example",
        "shop.example:443, is an address, shop.example",
        "admin@shop.example, is an address, shop.example",
        "mailto:admin@shop.example, is an address, shop.example",
        "https://*.shop.example/, is an address,",
        "https://[::1]/, is an address,",
        "2001:db8::1, is an address,",
        "https://, is an address,",
        "' shop.example', has a space in it, shop.example",
        "'shop.example\u3000', has a space in it, shop.example",
        "shop example, has a space in it,",
        ".shop.example, begins with a dot, shop.example",
        "..shop.example, begins with a dot,",
        ".., begins with a dot,",
        "., begins with a dot,",
        "shop..example, has two dots in a row,",
        "shop.example.., has two dots in a row,",
        "*.shop.example, is a name for many, shop.example",
        "*, has a * that is not the whole of its first part,",
        "*shop.example, has a * that is not the whole of its first part,",
        "www.*.example, has a * that is not the whole of its first part,",
        "_acme-challenge.shop.example, 'has a _, which only the names of records have',",
        "shop!.example, has a character that no name has,",
        "shop。example, has a character that no name has,",
        "shop.exa\u202Emple, has a character that no name has,",
        "-shop.example, has a part that begins or ends with a hyphen,",
        "shop-.example, has a part that begins or ends with a hyphen,",
        "shop, is only one part of a name,",
        "shop., is only one part of a name,",
        "192.0.2.1, 'ends with a number, as no name does',",
    })
    void whatIsNone(String name, String why, String better) {
        assertThat(NameFault.ofHost(name)).isEqualTo(new NameFault(why, better));
    }

    @Test
    void lengthsAreThoseOfTheCodedForm() {
        assertThat(NameFault.ofHost("a".repeat(63) + ".example")).isNull();
        assertThat(NameFault.ofHost("a".repeat(64) + ".example"))
                .isEqualTo(new NameFault("has a part of more than 63 characters", null));
        String distinct = "的一是在不了有和人这中大为上个国我以要他时来用们生到作地于出就分对成会可主发年动";
        assertThat(distinct.length()).isLessThan(63);
        assertThat(NameFault.ofHost(distinct + ".example"))
                .isEqualTo(new NameFault("has a part of more than 63 characters", null));

        assertThat(NameFault.ofHost(parts(63, 63, 63, 61))).isNull();
        assertThat(NameFault.ofHost(parts(63, 63, 63, 61) + ".")).isNull();
        assertThat(NameFault.ofHost(parts(63, 63, 63, 62)))
                .isEqualTo(new NameFault("has more than 253 characters", null));
        assertThat(NameFault.ofReportedHostOrWildcard("*." + parts(63, 63, 63, 59)))
                .isNull();
        assertThat(NameFault.ofReportedHostOrWildcard("*." + parts(63, 63, 63, 60)))
                .isEqualTo(new NameFault("has more than 253 characters", null));
    }

    @Test
    void whatProvidersReportHasNoDotAtItsEnd() {
        var dot = new NameFault("ends with a dot", "shop.example");
        assertThat(NameFault.ofReportedHost("shop.example.")).isEqualTo(dot);
        assertThat(NameFault.ofReportedHostOrWildcard("shop.example.")).isEqualTo(dot);
        assertThat(NameFault.ofReportedHostOrWildcard("*.shop.example.").better())
                .isEqualTo("*.shop.example");
        assertThat(NameFault.ofReportedHostOrWildcard("*.shop.example")).isNull();
    }

    @ParameterizedTest
    @CsvSource({
        "verification,",
        "_dnsauth.shop,",
        "1,",
        "_dnsauth., ends with a dot",
        "*._dnsauth, is a name for many",
        "'', has two dots in a row",
        "@, is an address",
    })
    void records(String name, String why) {
        NameFault fault = NameFault.ofRecord(name);
        assertThat(fault == null ? null : fault.why()).isEqualTo(why);
    }

    @ParameterizedTest
    @CsvSource({
        "_acme-challenge.shop.example,,",
        "_acme-challenge.shop.example.,,",
        "*.shop.example,,",
        "_dnsauth.*.example, has a * that is not the whole of its first part,",
        "https://_dmarc.shop.example/, is an address, _dmarc.shop.example",
        "https://*.shop.example/, is an address, *.shop.example",
        "192.0.2.1, 'ends with a number, as no name does',",
        "@, is an address,",
        "_dmarc, is only one part of a name,",
    })
    void wholeNamesOfRecords(String name, String why, String better) {
        NameFault fault = why == null ? null : new NameFault(why, better);
        assertThat(NameFault.ofWholeRecord(name)).isEqualTo(fault);
        assertThat(NameFault.ofReportedWholeRecord(name))
                .isEqualTo(
                        name.endsWith(".") ? new NameFault("ends with a dot", "_acme-challenge.shop.example") : fault);
    }

    @Test
    void longNonsenseIsNoTrouble() {
        for (String one : new String[] {".", "*.", "a.", "@", "/", "-", "é", "\uD800"}) {
            assertThat(NameFault.ofHost(one.repeat(100_000))).as(one).isNotNull();
        }
    }

    private static String parts(int... lengths) {
        return Arrays.stream(lengths).mapToObj("a"::repeat).collect(Collectors.joining("."));
    }
}
