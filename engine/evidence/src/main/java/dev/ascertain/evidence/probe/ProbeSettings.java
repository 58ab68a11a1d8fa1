package dev.ascertain.evidence.probe;

import dev.ascertain.evidence.dns.Contact;
import dev.ascertain.evidence.dns.DnsSettings;
import dev.ascertain.spi.Setting;
import dev.ascertain.spi.SettingFault;
import dev.ascertain.spi.Settings;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * How to look: the settings of the provider {@code internet}.
 *
 * @param httpPort where token files are fetched, 1 to 65535
 * @param tlsPort where certificates are looked at, 1 to 65535
 * @param privateAddresses whether loopback, link-local, private and other special addresses may be connected to
 * @param probe for one question, page or handshake, every repetition included
 * @param total for all of them together
 */
public record ProbeSettings(
        DnsSettings dns, int httpPort, int tlsPort, boolean privateAddresses, Duration probe, Duration total) {
    private static final String RESOLVERS = "resolvers";
    private static final String ROOT = "root";
    private static final String DNS_PORT = "dns_port";
    private static final String HTTP_PORT = "http_port";
    private static final String TLS_PORT = "tls_port";
    private static final String PRIVATE_ADDRESSES = "private_addresses";
    private static final String PROBE_SECONDS = "probe_seconds";
    private static final String TOTAL_SECONDS = "total_seconds";
    private static final String REFUSE = "refuse";
    private static final String ALLOW = "allow";
    private static final int LARGEST_PORT = 65_535;

    public static final List<Setting> SETTINGS = List.of(
            Setting.text(
                            RESOLVERS,
                            "The public resolvers to ask, separated by commas: addresses, with :port if it is not 53,"
                                    + " or https:// for DNS over HTTPS.",
                            "ASCERTAIN_RESOLVERS")
                    .orElse("1.1.1.1, 8.8.8.8, 9.9.9.9"),
            Setting.text(
                    ROOT,
                    "The addresses of a private root's name servers, separated by commas, for split horizon and tests."
                            + " Without it the public root is asked.",
                    "ASCERTAIN_DNS_ROOT"),
            Setting.number(DNS_PORT, "The port of authoritative name servers.", Contact.USUAL_PORT),
            Setting.number(HTTP_PORT, "The port where token files are fetched.", 80),
            Setting.number(TLS_PORT, "The port where served certificates are looked at.", 443),
            Setting.text(
                            PRIVATE_ADDRESSES,
                            "Whether to connect to loopback, link-local, private and other special addresses: \"refuse\" or"
                                    + " \"allow\".")
                    .orElse(REFUSE),
            Setting.number(
                    PROBE_SECONDS, "How long one question, page or handshake may take, every repetition included.", 10),
            Setting.number(TOTAL_SECONDS, "How long all of them together may take.", 60));

    /** Reads settings in which {@link #check} found no fault; what is left out has its default. */
    public static ProbeSettings of(Settings settings) {
        boolean allowed = text(settings, PRIVATE_ADDRESSES).equals(ALLOW);
        Duration probe = Duration.ofSeconds(number(settings, PROBE_SECONDS));
        var dns = new DnsSettings(
                items(settings, RESOLVERS)
                        .flatMap(item -> Contact.parse(item).stream())
                        .toList(),
                items(settings, ROOT)
                        .flatMap(item -> Contact.address(item).stream())
                        .toList(),
                number(settings, DNS_PORT),
                allowed,
                probe);
        return new ProbeSettings(
                dns,
                number(settings, HTTP_PORT),
                number(settings, TLS_PORT),
                allowed,
                probe,
                Duration.ofSeconds(number(settings, TOTAL_SECONDS)));
    }

    /** All that is wrong with them; empty if {@link #of} takes them. Asks nobody. */
    public static List<SettingFault> check(Settings settings) {
        var faults = new ArrayList<SettingFault>();
        items(settings, RESOLVERS)
                .filter(item -> Contact.parse(item).isEmpty())
                .map(ProbeSettings::unusableResolver)
                .forEach(faults::add);
        items(settings, ROOT)
                .filter(item -> Contact.address(item).isEmpty())
                .map(ProbeSettings::unusableRoot)
                .forEach(faults::add);
        Stream.of(DNS_PORT, HTTP_PORT, TLS_PORT)
                .filter(port -> number(settings, port) > LARGEST_PORT)
                .map(ProbeSettings::unusablePort)
                .forEach(faults::add);
        if (!List.of(REFUSE, ALLOW).contains(text(settings, PRIVATE_ADDRESSES))) {
            faults.add(new SettingFault(
                    PRIVATE_ADDRESSES,
                    "Unknown word",
                    "private_addresses says whether addresses of this machine and of private networks may be connected"
                            + " to. Write refuse or allow."));
        }
        return List.copyOf(faults);
    }

    private static SettingFault unusableResolver(String item) {
        return new SettingFault(
                RESOLVERS,
                "Unusable address",
                ("\"%s\" is no address of a resolver. Write an IP address (names are not looked up), with :port if it"
                                + " is not 53 and in brackets before that if it is IPv6, or an address that begins with"
                                + " https:// for DNS over HTTPS; separate several by commas.")
                        .formatted(item));
    }

    private static SettingFault unusableRoot(String item) {
        return new SettingFault(
                ROOT,
                "Unusable address",
                ("\"%s\" is no IP address. Write the addresses of the private root's name servers, separated by commas;"
                                + " their port is dns_port.")
                        .formatted(item));
    }

    private static SettingFault unusablePort(String port) {
        return new SettingFault(port, "Unusable port", "A port is a number from 1 to 65535.");
    }

    private static Stream<String> items(Settings settings, String name) {
        return Arrays.stream(text(settings, name).split(",")).map(String::strip).filter(item -> !item.isEmpty());
    }

    private static int number(Settings settings, String name) {
        return Integer.parseInt(text(settings, name));
    }

    /** The setting, or its default: a run without an {@code internet} account has none at all. */
    private static String text(Settings settings, String name) {
        String usual = "";
        for (Setting setting : SETTINGS) {
            if (setting.name().equals(name) && setting.defaultValue() != null) {
                usual = setting.defaultValue();
            }
        }
        return settings.text(name).orElse(usual);
    }
}
