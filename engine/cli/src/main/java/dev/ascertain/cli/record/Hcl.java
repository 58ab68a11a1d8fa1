package dev.ascertain.cli.record;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import java.util.regex.Pattern;

/** Texts and names of the language that Terraform and OpenTofu read. */
final class Hcl {
    private static final Pattern TEMPLATE = Pattern.compile("([$%])(?=\\{)");
    private static final Pattern NO_NAME = Pattern.compile("[^a-z0-9_-]");

    private Hcl() {}

    /** A quoted text in which nothing is interpolated. */
    static String text(String value) {
        return "\"" + Escapes.written(TEMPLATE.matcher(value).replaceAll("$1$1"), "\\u%04x", "\\U%08x") + "\"";
    }

    /** An identifier made of a text, the same for the same text. Other texts may give the same one. */
    static String name(String text) {
        String plain = NO_NAME.matcher(text.toLowerCase(Locale.ROOT).replace("*", "wildcard"))
                .replaceAll("_");
        return plain.isEmpty() || Character.isDigit(plain.charAt(0)) || plain.charAt(0) == '-' ? "_" + plain : plain;
    }

    /** As {@link #name}, and another one for another text. */
    static String uniqueName(String text, String... told) {
        return name(text) + "_" + digest(String.join("\n", told)).substring(0, 8);
    }

    private static String digest(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java platform has SHA-256", impossible);
        }
    }
}
