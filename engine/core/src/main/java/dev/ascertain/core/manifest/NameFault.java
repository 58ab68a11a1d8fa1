package dev.ascertain.core.manifest;

import java.net.IDN;
import java.text.ParseException;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What is wrong with a name. Pure.
 *
 * @param why a part of a sentence, to be read after the name; it quotes nothing of it
 * @param better the name that was most likely meant; null if nobody can tell
 */
record NameFault(String why, @Nullable String better) {
    private static final int LONGEST = 253;
    private static final int LONGEST_PART = 63;
    private static final String TOO_LONG = "has more than 253 characters";
    private static final Pattern ADDRESS =
            Pattern.compile("(?:[A-Za-z][A-Za-z0-9+.-]*://|//|mailto:)?(?:[^/@]*@)?([^/:?#@]+)(?::\\d*)?(?:[/?#].*)?");

    /** What a kind of name may have beside letters, digits, hyphens and dots. */
    private record Allowance(boolean wildcard, boolean underscore, boolean lastDot, boolean onePart) {}

    private static final Allowance HOST = new Allowance(false, false, true, false);
    private static final Allowance LIVE_HOST = new Allowance(false, false, false, false);
    private static final Allowance WILDCARD = new Allowance(true, false, false, false);
    private static final Allowance WHOLE_RECORD = new Allowance(true, true, true, false);
    private static final Allowance LIVE_WHOLE_RECORD = new Allowance(true, true, false, false);
    private static final Allowance RECORD = new Allowance(false, true, false, true);

    /** Of the whole name of a host, which may end with a dot; null if nothing is wrong. */
    static @Nullable NameFault ofHost(String text) {
        return of(text, HOST);
    }

    /** Of the whole name of a host as providers report it; null if nothing is wrong. */
    static @Nullable NameFault ofReportedHost(String text) {
        return of(text, LIVE_HOST);
    }

    /** Of the whole name of a host as providers report it, or of one for many; null if nothing is wrong. */
    static @Nullable NameFault ofReportedHostOrWildcard(String text) {
        return of(text, WILDCARD);
    }

    /** Of the name of a record below another name; null if nothing is wrong. */
    static @Nullable NameFault ofRecord(String text) {
        NameFault fault = of(text, RECORD);
        return fault == null ? null : new NameFault(fault.why(), null);
    }

    /** Of the whole name of a record, which may be for many and end with a dot; null if nothing is wrong. */
    static @Nullable NameFault ofWholeRecord(String text) {
        return of(text, WHOLE_RECORD);
    }

    /** Of the whole name of a record as providers report it; null if nothing is wrong. */
    static @Nullable NameFault ofReportedWholeRecord(String text) {
        return of(text, LIVE_WHOLE_RECORD);
    }

    private static @Nullable NameFault of(String text, Allowance allowance) {
        if (text.codePointCount(0, text.length()) > LONGEST + 1) {
            return new NameFault(TOO_LONG, null);
        }
        if (text.chars().anyMatch(c -> "/:?#@".indexOf(c) >= 0)) {
            Matcher parts = ADDRESS.matcher(text);
            return new NameFault("is an address", parts.matches() ? good(parts.group(1), allowance) : null);
        }
        if (text.codePoints().anyMatch(c -> Character.isWhitespace(c) || Character.isSpaceChar(c))) {
            return new NameFault("has a space in it", good(text.strip(), allowance));
        }
        if (text.startsWith(".")) {
            return new NameFault("begins with a dot", good(text.substring(1), allowance));
        }
        if (text.endsWith(".") && !allowance.lastDot()) {
            return new NameFault("ends with a dot", good(text.substring(0, text.length() - 1), allowance));
        }
        if (text.startsWith("*.") && !allowance.wildcard()) {
            return new NameFault("is a name for many", good(text.substring(2), allowance));
        }
        return ofParts(text, allowance);
    }

    /** What is left of a text if that is a name. */
    private static @Nullable String good(String rest, Allowance allowance) {
        String name = rest.endsWith(".") ? rest.substring(0, rest.length() - 1) : rest;
        boolean isForMany = name.startsWith("*.") && !allowance.wildcard();
        return isForMany || ofParts(name, allowance) != null ? null : name;
    }

    private static @Nullable NameFault ofParts(String text, Allowance allowance) {
        String whole = text.endsWith(".") ? text.substring(0, text.length() - 1) : text;
        List<String> parts = List.of((whole.startsWith("*.") ? whole.substring(2) : whole).split("\\.", -1));
        String why = parts.stream()
                .map(part -> wrong(part, allowance))
                .filter(fault -> !fault.isEmpty())
                .findFirst()
                .orElseGet(() -> wrongAsAWhole(whole, parts, allowance));
        return why.isEmpty() ? null : new NameFault(why, null);
    }

    /** What is wrong with one part; empty if nothing is. */
    private static String wrong(String part, Allowance allowance) {
        if (part.isEmpty()) {
            return "has two dots in a row";
        }
        if (part.contains("*")) {
            return "has a * that is not the whole of its first part";
        }
        if (part.contains("_") && !allowance.underscore()) {
            return "has a _, which only the names of records have";
        }
        if (!part.codePoints().allMatch(NameFault::isOfAName)) {
            return "has a character that no name has";
        }
        if (part.startsWith("-") || part.endsWith("-")) {
            return "has a part that begins or ends with a hyphen";
        }
        return length(part) > LONGEST_PART ? "has a part of more than 63 characters" : "";
    }

    private static boolean isOfAName(int c) {
        return c == '-' || c == '_' || Character.isLetterOrDigit(c) || isMark(c) || isJoiner(c);
    }

    /** What some scripts write above, below and around their letters. */
    private static boolean isMark(int c) {
        int type = Character.getType(c);
        return type == Character.NON_SPACING_MARK || type == Character.COMBINING_SPACING_MARK;
    }

    /** What some scripts write between letters: it is seen by how they join, and is a part of names. */
    private static boolean isJoiner(int c) {
        return c == 0x200c || c == 0x200d || c == 0x00b7 || c == 0x30fb;
    }

    private static String wrongAsAWhole(String whole, List<String> parts, Allowance allowance) {
        if (parts.size() < 2 && !allowance.onePart()) {
            return "is only one part of a name";
        }
        if (!allowance.onePart() && parts.getLast().chars().allMatch(c -> c >= '0' && c <= '9')) {
            return "ends with a number, as no name does";
        }
        int length = parts.stream().mapToInt(part -> length(part) + 1).sum() - 1;
        return length + (whole.startsWith("*.") ? 2 : 0) > LONGEST ? TOO_LONG : "";
    }

    /**
     * How long a part is as it is sent over the wire. The platform knows an older edition of the rules: a part that these
     * refuse is taken as it is, for whoever is asked to say so.
     */
    private static int length(String part) {
        if (part.chars().allMatch(c -> c < 0x80)) {
            return part.length();
        }
        try {
            return IDN.toASCII(part, IDN.ALLOW_UNASSIGNED).length();
        } catch (IllegalArgumentException refused) {
            return refused.getCause() instanceof ParseException ? part.length() : LONGEST_PART + 1;
        }
    }
}
