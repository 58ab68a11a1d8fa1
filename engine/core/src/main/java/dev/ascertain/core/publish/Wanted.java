package dev.ascertain.core.publish;

import dev.ascertain.core.judge.CaaRecord;
import dev.ascertain.evidence.Names;
import java.nio.charset.StandardCharsets;

/**
 * One record that should be in the DNS.
 *
 * @param name its owner, canonical, see {@link Names#canonical}
 * @param value the text of a TXT record, the target of a CNAME, the presentation form of a CAA record
 */
public record Wanted(String name, RecordType type, String value) {
    public Wanted {
        name = Names.canonical(name);
    }

    /** Whether a record's data, as {@link dev.ascertain.evidence.DnsRecord} writes it, is this value. */
    public boolean isMetBy(String data) {
        return switch (type) {
            case TXT -> data.equals(printable(value)) || data.equals(printable(value.replace("\\", "\\\\")));
            case CNAME -> Names.canonical(data).equals(Names.canonical(value));
            case CAA -> CaaRecord.parse(data).equals(CaaRecord.parse(value));
        };
    }

    /** A text with every byte that is no printable ASCII as {@code \DDD}. */
    private static String printable(String text) {
        var printable = new StringBuilder(text.length());
        for (byte one : text.getBytes(StandardCharsets.UTF_8)) {
            int octet = one & 0xff;
            if (octet >= 0x20 && octet < 0x7f) {
                printable.append((char) octet);
            } else {
                printable.append('\\').append("%03d".formatted(octet));
            }
        }
        return printable.toString();
    }
}
