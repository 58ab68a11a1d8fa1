package dev.ascertain.providers.internet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.ascertain.providers.internet.InternetTarget.Publication;
import dev.ascertain.providers.internet.InternetTarget.Service;
import dev.ascertain.spi.Declared;
import dev.ascertain.spi.ProviderException;
import dev.ascertain.spi.ProviderException.Kind;
import dev.ascertain.spi.Value;
import java.math.BigDecimal;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InternetTargetTest {
    static Declared record(String name, String type) {
        return new Declared(
                "dns_record.one", "dns_record", Map.of("record", Value.of(name), "record_type", Value.of(type)));
    }

    static Declared endpoint(String host, String port) {
        return new Declared(
                "tls_endpoint.one",
                "tls_endpoint",
                Map.of("host", Value.of(host), "port", new Value.Amount(new BigDecimal(port))));
    }

    @Test
    void spellingsOfOneNameAreOneTarget() {
        assertThat(InternetTarget.of(record("_Token.Shöp.Example.", "txt")))
                .isEqualTo(new Publication("_token.xn--shp-tna.example", "TXT", null));
        assertThat(InternetTarget.of(endpoint("Shop.Example.", "443"))).isEqualTo(new Service("shop.example", 443));
    }

    @Test
    void describesItself() {
        assertThat(InternetTarget.of(record("shop.example", "CAA")).describe()).isEqualTo("record shop.example CAA");
        assertThat(InternetTarget.of(endpoint("shop.example", "8443")).describe())
                .isEqualTo("endpoint shop.example:8443");
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"example", "shop.example", "_acme-challenge.shop.example", "*.shop.example", "1.2.example"})
    void whatCanBeAsked(String name) {
        assertThatCode(() -> InternetTarget.of(record(name, "TXT")).check()).doesNotThrowAnyException();
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(
            strings = {
                "",
                ".",
                "a..b",
                "192.0.2.1",
                "2001:db8::1",
                "https://shop.example",
                "shop.example/path",
                "shop example",
                "shop.example:443",
                "a.*.example",
                "sh\u0000p.example",
                "\u202eshop.example",
                "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa.example",
            })
    void whatIsNoNameIsRefused(String name) {
        var failure = catchThrowableOfType(
                ProviderException.class,
                () -> InternetTarget.of(record(name, "TXT")).check());

        assertThat(failure.kind()).isEqualTo(Kind.REJECTED);
        assertThat(failure.what()).startsWith("Record ").endsWith(" TXT names no host.");
        assertThat(failure.hint())
                .contains(
                        "Write a name of labels and dots, such as www.example.com: no address, no https://, no path.");
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"0", "-1", "65536", "443.5", "1e99"})
    void whatIsNoPortIsRefused(String port) {
        var failure = catchThrowableOfType(
                ProviderException.class,
                () -> InternetTarget.of(endpoint("shop.example", port)).check());

        assertThat(failure.kind()).isEqualTo(Kind.REJECTED);
        assertThat(failure.what()).startsWith("Endpoint shop.example:").endsWith(" names no port.");
        assertThat(failure.hint()).contains("A port is a number from 1 to 65535.");
    }
}
