package dev.ascertain.evidence.dns;

import dev.ascertain.evidence.AddressText;
import dev.ascertain.evidence.DnsRecord;
import java.io.ByteArrayOutputStream;
import java.net.Inet6Address;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.xbill.DNS.AAAARecord;
import org.xbill.DNS.CNAMERecord;
import org.xbill.DNS.DClass;
import org.xbill.DNS.DNAMERecord;
import org.xbill.DNS.ExtendedErrorCodeOption;
import org.xbill.DNS.NSRecord;
import org.xbill.DNS.Name;
import org.xbill.DNS.OPTRecord;
import org.xbill.DNS.Record;
import org.xbill.DNS.SOARecord;
import org.xbill.DNS.TXTRecord;
import org.xbill.DNS.Type;

/** How what came over the wire is written down: printable ASCII only, and not more of it than anybody reads. */
final class Presentation {
    /** Of one section. A set of token records has a handful. */
    static final int MOST_RECORDS = 200;

    /** Characters of one record. */
    static final int LONGEST_DATA = 4096;

    private static final int LONGEST_SENTENCE = 200;

    /** The codes of RFC 8914, section 4, from 0 on. */
    private static final List<String> ERRORS = List.of(
            "Other Error",
            "Unsupported DNSKEY Algorithm",
            "Unsupported DS Digest Type",
            "Stale Answer",
            "Forged Answer",
            "DNSSEC Indeterminate",
            "DNSSEC Bogus",
            "Signature Expired",
            "Signature Not Yet Valid",
            "DNSKEY Missing",
            "RRSIGs Missing",
            "No Zone Key Bit Set",
            "NSEC Missing",
            "Cached Error",
            "Not Ready",
            "Blocked",
            "Censored",
            "Filtered",
            "Prohibited",
            "Stale NXDOMAIN Answer",
            "Not Authoritative",
            "Not Supported",
            "No Reachable Authority",
            "Network Error",
            "Invalid Data");

    private Presentation() {}

    static List<DnsRecord> records(List<Record> section) {
        return section.stream()
                .filter(record -> record.getDClass() == DClass.IN && record.getType() != Type.OPT)
                .limit(MOST_RECORDS)
                .map(Presentation::record)
                .toList();
    }

    static List<String> errors(OPTRecord options) {
        return options.getOptions().stream()
                .filter(ExtendedErrorCodeOption.class::isInstance)
                .map(ExtendedErrorCodeOption.class::cast)
                .limit(MOST_RECORDS)
                .map(Presentation::error)
                .toList();
    }

    /** Lower case, no final dot, bytes that are no printable ASCII as {@code \DDD}. */
    static String name(Name name) {
        String text = name.toString(true).toLowerCase(Locale.ROOT);
        return text.equals(".") ? "" : text;
    }

    private static DnsRecord record(Record record) {
        long ttl = record.getTTL() > Integer.MAX_VALUE ? 0 : record.getTTL();
        return new DnsRecord(name(record.getName()), Type.string(record.getType()), ttl, cut(data(record)));
    }

    private static String data(Record record) {
        return switch (record) {
            case TXTRecord text -> text(text.getStringsAsByteArrays());
            case CNAMERecord alias -> name(alias.getTarget());
            case NSRecord server -> name(server.getTarget());
            case DNAMERecord alias -> name(alias.getTarget());
            case SOARecord soa -> soa(soa);
            case AAAARecord address when address.getAddress() instanceof Inet6Address six -> AddressText.of(six);
            default -> printable(record.rdataToString().getBytes(StandardCharsets.ISO_8859_1));
        };
    }

    private static String soa(SOARecord soa) {
        return "%s %s %d %d %d %d %d"
                .formatted(
                        name(soa.getHost()),
                        name(soa.getAdmin()),
                        soa.getSerial(),
                        soa.getRefresh(),
                        soa.getRetry(),
                        soa.getExpire(),
                        soa.getMinimum());
    }

    private static String text(List<byte[]> strings) {
        var joined = new ByteArrayOutputStream();
        strings.forEach(joined::writeBytes);
        return printable(joined.toByteArray());
    }

    /** Any text, such as a name that came from a provider. */
    static String printable(String text) {
        return cut(printable(text.getBytes(StandardCharsets.UTF_8)));
    }

    private static String printable(byte[] bytes) {
        var text = new StringBuilder(bytes.length);
        for (byte octet : bytes) {
            int code = octet & 0xff;
            if (code >= ' ' && code <= '~') {
                text.append((char) code);
            } else {
                text.append("\\%03d".formatted(code));
            }
        }
        return text.toString();
    }

    private static String cut(String text) {
        return text.length() <= LONGEST_DATA ? text : text.substring(0, LONGEST_DATA) + "...";
    }

    private static String error(ExtendedErrorCodeOption option) {
        int code = option.getErrorCode();
        String known = code < ERRORS.size() ? ERRORS.get(code) + " (" + code + ")" : "Error " + code;
        String said = option.getText();
        if (said == null || said.isBlank()) {
            return known;
        }
        String text = printable(said.strip().getBytes(StandardCharsets.UTF_8));
        return known + ": " + text.substring(0, Math.min(text.length(), LONGEST_SENTENCE));
    }
}
