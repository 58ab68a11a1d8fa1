package dev.ascertain.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NamesTest {
    @ParameterizedTest
    @CsvSource({
        "Shop.EXAMPLE.,        shop.example",
        "' shop.example ',     shop.example",
        ".,                    ''",
        "BÜCHER.example,       xn--bcher-kva.example",
        "_acme.bücher.example, _acme.xn--bcher-kva.example",
        "*.bücher.example,     *.xn--bcher-kva.example",
        "bü..example,          bü..example",
    })
    void aNameHasOneForm(String name, String canonical) {
        assertThat(Names.canonical(name)).isEqualTo(canonical);
    }

    @Test
    void theParentsOfANameEndBelowTheRoot() {
        assertThat(Names.upwards("a.b.c")).isEqualTo(List.of("a.b.c", "b.c", "c"));
        assertThat(Names.upwards("")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "a.shop.example, shop.example, a",
        "shop.example,   shop.example, @",
        "other.example,  shop.example, other.example",
        "a.shop.example, '',           a.shop.example",
    })
    void aNameIsShortenedByItsZone(String name, String zone, String relative) {
        assertThat(Names.relative(name, zone)).isEqualTo(relative);
    }

    @ParameterizedTest(name = "{0} for {1}: {2}")
    @CsvSource({
        "shop.example,     shop.example,            true",
        "Shop.EXAMPLE.,    shop.example,            true",
        "other.example,    shop.example,            false",
        "*.shop.example,   www.shop.example,        true",
        "*.BÜCHER.example, a.xn--bcher-kva.example, true",
        "*.shop.example,   *.shop.example,          true",
        "*.shop.example,   shop.example,            false",
        "*.shop.example,   a.www.shop.example,      false",
        "w*.shop.example,  www.shop.example,        false",
        "*..,              shop,                    false",
    })
    void aNameOfACertificateStandsForHosts(String name, String host, boolean covered) {
        assertThat(Names.covers(name, host)).isEqualTo(covered);
    }
}
