package dev.ascertain.evidence.dns;

import dev.ascertain.evidence.AddressText;
import dev.ascertain.evidence.Delegation.State;
import dev.ascertain.evidence.DnsRecord;
import java.net.InetAddress;
import java.util.List;
import java.util.stream.Stream;

/**
 * Where the root is.
 *
 * @see <a href="https://www.internic.net/domain/named.root">named.root</a>
 */
final class RootHints {
    private static final String[][] PUBLIC = {
        {"a", "198.41.0.4", "2001:503:ba3e::2:30"},
        {"b", "170.247.170.2", "2801:1b8:10::b"},
        {"c", "192.33.4.12", "2001:500:2::c"},
        {"d", "199.7.91.13", "2001:500:2d::d"},
        {"e", "192.203.230.10", "2001:500:a8::e"},
        {"f", "192.5.5.241", "2001:500:2f::f"},
        {"g", "192.112.36.4", "2001:500:12::d0d"},
        {"h", "198.97.190.53", "2001:500:1::53"},
        {"i", "192.36.148.17", "2001:7fe::53"},
        {"j", "192.58.128.30", "2001:503:c27::2:30"},
        {"k", "193.0.14.129", "2001:7fd::1"},
        {"l", "199.7.83.42", "2001:500:9f::42"},
        {"m", "202.12.27.33", "2001:dc3::35"},
    };

    private RootHints() {}

    static Cut root(DnsSettings settings) {
        return settings.root().isEmpty() ? publicRoot() : privateRoot(settings.root());
    }

    private static Cut publicRoot() {
        List<DnsRecord> glue = Stream.of(PUBLIC)
                .flatMap(row -> Stream.of(record(row[0], "A", row[1]), record(row[0], "AAAA", row[2])))
                .toList();
        return new Cut(
                "",
                "",
                State.DELEGATED,
                glue.stream().map(DnsRecord::name).distinct().toList(),
                glue);
    }

    private static DnsRecord record(String letter, String type, String address) {
        return new DnsRecord(letter + ".root-servers.net", type, 0, address);
    }

    /** The name servers of a private root have no names that we could know: the address stands for it. */
    private static Cut privateRoot(List<InetAddress> addresses) {
        List<DnsRecord> glue = addresses.stream()
                .map(AddressText::of)
                .map(address -> new DnsRecord(address, address.indexOf(':') < 0 ? "A" : "AAAA", 0, address))
                .toList();
        return new Cut(
                "", "", State.DELEGATED, glue.stream().map(DnsRecord::name).toList(), glue);
    }
}
