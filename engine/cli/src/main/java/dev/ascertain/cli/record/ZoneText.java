package dev.ascertain.cli.record;

import dev.ascertain.core.judge.CaaRecord;
import dev.ascertain.core.publish.RecordSet;
import java.net.IDN;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Records as a zone file writes them (RFC 1035, section 5; RFC 3597 for what is no printable ASCII). */
public final class ZoneText {
    /** Short, so that a mistake is soon mended. */
    public static final int TTL = 300;

    private static final int LONGEST_STRING = 255;
    private static final Pattern PLAIN_NAME = Pattern.compile("[A-Za-z0-9_*-]+(?:\\.[A-Za-z0-9_*-]+)*");

    private ZoneText() {}

    /** One line, without its end. */
    public static String line(RecordSet set, String value) {
        return "%s %d IN %s %s".formatted(absolute(set.name()), TTL, set.type(), data(set, value));
    }

    /** What stands behind the type. */
    static String data(RecordSet set, String value) {
        return switch (set.type()) {
            case TXT -> quoted(value);
            case CNAME -> absolute(value);
            case CAA -> caa(CaaText.of(value));
        };
    }

    private static String caa(CaaRecord property) {
        String tag = property.tag().replaceAll("[^a-z0-9]", "");
        return property.flags() + " " + tag + " \"" + escaped(property.value()) + "\"";
    }

    /** A name with its final dot; what is no host name is escaped. */
    public static String absolute(String name) {
        String ascii = ascii(name);
        String whole = ascii.endsWith(".") ? ascii.substring(0, ascii.length() - 1) : ascii;
        if (PLAIN_NAME.matcher(whole).matches()) {
            return whole + ".";
        }
        var text = new StringBuilder();
        for (byte one : whole.getBytes(StandardCharsets.UTF_8)) {
            boolean plain = one == '.'
                    || PLAIN_NAME
                            .matcher(Character.toString((char) (one & 0xff)))
                            .matches();
            text.append(plain ? Character.toString((char) one) : decimal(one));
        }
        return text.append('.').toString();
    }

    /** A name of another script as the DNS holds it; as it is where there is no such form. */
    static String ascii(String name) {
        if (name.chars().allMatch(one -> one < 0x80)) {
            return name;
        }
        try {
            return IDN.toASCII(name);
        } catch (IllegalArgumentException _) {
            return name;
        }
    }

    /** The strings of a TXT record: quoted, of at most 255 bytes each. */
    public static String quoted(String value) {
        return "\"" + String.join("\" \"", strings(value)) + "\"";
    }

    /** The strings without their outer quotes, escaped; one empty string for an empty value. */
    static List<String> strings(String value) {
        byte[] bytes = value.getBytes(StandardCharsets.UTF_8);
        var strings = new ArrayList<String>();
        for (int start = 0; start == 0 || start < bytes.length; start += LONGEST_STRING) {
            int end = Math.min(bytes.length, start + LONGEST_STRING);
            strings.add(escaped(bytes, start, end));
        }
        return strings;
    }

    private static String escaped(String value) {
        byte[] bytes = value.getBytes(StandardCharsets.UTF_8);
        return escaped(bytes, 0, bytes.length);
    }

    private static String escaped(byte[] bytes, int start, int end) {
        var text = new StringBuilder(end - start);
        for (int at = start; at < end; at++) {
            byte one = bytes[at];
            if (one == '"' || one == '\\') {
                text.append('\\').append((char) one);
            } else if (one >= 0x20 && one < 0x7f) {
                text.append((char) one);
            } else {
                text.append(decimal(one));
            }
        }
        return text.toString();
    }

    private static String decimal(byte one) {
        int octet = one & 0xff;
        return "\\" + octet / 100 + octet / 10 % 10 + octet % 10;
    }
}
