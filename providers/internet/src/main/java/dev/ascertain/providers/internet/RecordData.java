package dev.ascertain.providers.internet;

import dev.ascertain.evidence.Names;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** Whether a declared value and a record's data are the same, by the rules of the type. Pure text. */
final class RecordData {
    private RecordData() {}

    /** @param live as evidence writes it */
    static boolean same(String type, String declared, String live) {
        return canonical(type, declared).equals(canonical(type, live));
    }

    private static String canonical(String type, String data) {
        return switch (type) {
            case "CNAME", "NS" -> HostName.of(data);
            case "A", "AAAA" -> address(data);
            case "CAA" -> authorization(data);
            default -> escaped(data);
        };
    }

    private static String address(String data) {
        try {
            return InetAddress.ofLiteral(data.strip()).getHostAddress();
        } catch (IllegalArgumentException noAddress) {
            return Names.canonical(data);
        }
    }

    /** {@code 0 issue "ca.example"}: the tag in either case, the value with quotes or without (RFC 8659). */
    private static String authorization(String data) {
        String[] parts = data.strip().split("\\s+", 3);
        return parts.length < 3 ? data : parts[0] + " " + parts[1].toLowerCase(Locale.ROOT) + " " + unquoted(parts[2]);
    }

    private static String unquoted(String value) {
        return value.length() > 1 && value.startsWith("\"") && value.endsWith("\"")
                ? value.substring(1, value.length() - 1)
                : value;
    }

    /** As evidence writes the bytes of a TXT record: {@code \DDD} for what is no printable ASCII. */
    private static String escaped(String data) {
        var text = new StringBuilder();
        for (byte octet : data.getBytes(StandardCharsets.UTF_8)) {
            int code = octet & 0xff;
            text.append(code >= ' ' && code <= '~' ? String.valueOf((char) code) : "\\%03d".formatted(code));
        }
        return text.toString();
    }
}
