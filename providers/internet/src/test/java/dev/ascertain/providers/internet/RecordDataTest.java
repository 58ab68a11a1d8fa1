package dev.ascertain.providers.internet;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RecordDataTest {
    @ParameterizedTest(name = "{0}: {1} is {2}: {3}")
    @CsvSource({
        "TXT, token, token, true",
        "TXT, Token, token, false",
        "TXT, ' token', token, false",
        "TXT, tok, token, false",
        "TXT, ünï, \\195\\188n\\195\\175, true",
        "CNAME, Shop.Example., shop.example, true",
        "CNAME, shöp.example, xn--shp-tna.example, true",
        "CNAME, a.shop.example, shop.example, false",
        "NS, NS1.Example, ns1.example, true",
        "A, 192.0.2.1, 192.0.2.1, true",
        "A, 192.0.2.1, 192.0.2.10, false",
        "A, nonsense, 192.0.2.1, false",
        "AAAA, 2001:DB8:0:0::1, 2001:db8::1, true",
        "AAAA, 2001:db8::2, 2001:db8::1, false",
        "CAA, 0 issue letsencrypt.org, 0 issue \"letsencrypt.org\", true",
        "CAA, 0 ISSUE \"letsencrypt.org\", 0 issue \"letsencrypt.org\", true",
        "CAA, 128 issue \"letsencrypt.org\", 0 issue \"letsencrypt.org\", false",
        "CAA, 0 issue \"other.example\", 0 issue \"letsencrypt.org\", false",
        "CAA, nonsense, 0 issue \"letsencrypt.org\", false",
    })
    void comparesByTheRulesOfTheType(String type, String declared, String live, boolean same) {
        assertThat(RecordData.same(type, declared, live)).isEqualTo(same);
    }
}
