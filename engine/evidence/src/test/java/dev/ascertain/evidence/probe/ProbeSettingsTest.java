package dev.ascertain.evidence.probe;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ascertain.evidence.dns.Contact;
import dev.ascertain.evidence.dns.DnsSettings;
import dev.ascertain.spi.SettingFault;
import dev.ascertain.spi.Settings;
import java.net.InetAddress;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProbeSettingsTest {
    @Test
    void whatIsLeftOutHasItsDefault() {
        Duration probe = Duration.ofSeconds(10);

        assertThat(ProbeSettings.of(settings(Map.of())))
                .isEqualTo(new ProbeSettings(
                        new DnsSettings(
                                List.of(plain("1.1.1.1", 53), plain("8.8.8.8", 53), plain("9.9.9.9", 53)),
                                List.of(),
                                53,
                                false,
                                probe),
                        80,
                        443,
                        false,
                        probe,
                        Duration.ofSeconds(60)));
    }

    @Test
    void everyFormOfAddressIsRead() {
        Settings settings = settings(Map.of(
                "resolvers", "127.0.0.1:5353, [::1]:54,2620:fe::fe, https://dns.example/dns-query",
                "root", "127.0.0.2, ::1",
                "private_addresses", "allow",
                "dns_port", "5300"));

        assertThat(ProbeSettings.check(settings)).isEmpty();
        assertThat(ProbeSettings.of(settings).dns())
                .isEqualTo(new DnsSettings(
                        List.of(
                                plain("127.0.0.1", 5353),
                                plain("::1", 54),
                                plain("2620:fe::fe", 53),
                                new Contact.Https(URI.create("https://dns.example/dns-query"))),
                        List.of(InetAddress.ofLiteral("127.0.0.2"), InetAddress.ofLiteral("::1")),
                        5300,
                        true,
                        Duration.ofSeconds(10)));
    }

    @ParameterizedTest
    @CsvSource({
        "resolvers, dns.example",
        "resolvers, 1.1.1.1:0",
        "resolvers, 1.1.1.1:65536",
        "resolvers, 1.1.1",
        "resolvers, [1.1.1.1",
        "resolvers, http://dns.example/dns-query",
        "resolvers, https://user@dns.example/dns-query",
        "resolvers, https://",
        "root, ns.example",
        "root, 127.0.0.1:53",
        "dns_port, 65536",
        "http_port, 99999",
        "tls_port, 70000",
        "private_addresses, yes",
    })
    void whatCannotBeUsedIsToldByItsSetting(String setting, String value) {
        assertThat(ProbeSettings.check(settings(Map.of(setting, value))))
                .singleElement()
                .extracting(SettingFault::setting)
                .isEqualTo(setting);
    }

    @Test
    void aNameIsNoResolver() {
        assertThat(ProbeSettings.check(settings(Map.of("resolvers", "1.1.1.1, dns.example"))))
                .containsExactly(new SettingFault("resolvers", "Unusable address", """
                        "dns.example" is no address of a resolver. Write an IP address (names are not looked up), with \
                        :port if it is not 53 and in brackets before that if it is IPv6, or an address that begins \
                        with https:// for DNS over HTTPS; separate several by commas."""));
    }

    private static Settings settings(Map<String, String> plain) {
        return new Settings("internet", plain, Map.of());
    }

    private static Contact plain(String address, int port) {
        return new Contact.Plain(InetAddress.ofLiteral(address), port);
    }
}
