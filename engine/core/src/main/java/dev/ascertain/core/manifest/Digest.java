package dev.ascertain.core.manifest;

import dev.ascertain.core.manifest.Matcher.Bound;
import dev.ascertain.spi.Settings;
import dev.ascertain.spi.Value;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a configuration means, in one word: the same for manifests that differ only in files, comments or order. No
 * secret takes part, only the names of those that are set.
 */
final class Digest {
    private final MessageDigest sha256;

    private Digest() {
        try {
            sha256 = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    /**
     * @param declarations no two of the same address
     */
    static String of(Map<String, Account> accounts, List<Declaration> declarations) {
        var digest = new Digest();
        new TreeMap<>(accounts).values().forEach(digest::account);
        var byAddress = new TreeMap<String, Declaration>();
        declarations.forEach(declaration -> byAddress.put(declaration.address().toString(), declaration));
        byAddress.values().forEach(digest::declaration);
        return "sha256:" + HexFormat.of().formatHex(digest.sha256.digest());
    }

    private void account(Account account) {
        Settings settings = account.settings();
        words("account", account.name(), account.factory().name());
        new TreeMap<>(settings.plain()).forEach((name, value) -> words("setting", name, value));
        settings.secrets().keySet().stream().sorted().forEach(name -> words("secret", name));
    }

    private void declaration(Declaration declaration) {
        words("declaration", declaration.address().toString(), declaration.account());
        words(
                declaration.match().name(),
                declaration.retry().name(),
                declaration.severity().name());
        words("owner", String.valueOf(declaration.owner()));
        new TreeMap<>(declaration.declared().attributes())
                .forEach((name, value) -> words("attribute", name, text(value)));
        new TreeMap<>(declaration.select()).forEach((name, matcher) -> words("select", name, text(matcher)));
        new TreeMap<>(declaration.expect()).forEach((name, matcher) -> words("expect", name, text(matcher)));
    }

    /** Lengths in front keep two words from being read as one. */
    private void words(String... words) {
        for (String word : words) {
            byte[] bytes = word.getBytes(StandardCharsets.UTF_8);
            sha256.update((bytes.length + ":").getBytes(StandardCharsets.UTF_8));
            sha256.update(bytes);
        }
        sha256.update((byte) '\n');
    }

    private static String text(Matcher matcher) {
        return switch (matcher) {
            case Matcher.Equals(Value value) -> "equals " + text(value);
            case Matcher.OneOf(List<Value> values) ->
                "one_of " + all(values.stream().map(Digest::text).toList());
            case Matcher.Not(Value value) -> "not " + text(value);
            case Matcher.Matches(var pattern) -> "matches " + sized(pattern.pattern());
            case Matcher.Contains(Value value) -> "contains " + text(value);
            case Matcher.Present(boolean expected) -> "present " + expected;
            case Matcher.AtLeast(Bound bound) -> "at_least " + text(bound);
            case Matcher.AtMost(Bound bound) -> "at_most " + text(bound);
            case Matcher.All(List<Matcher> parts) ->
                "all " + all(parts.stream().map(Digest::text).toList());
            case Matcher.EqualsIfReported(Value value) -> "equals_if_reported " + text(value);
        };
    }

    private static String text(Bound bound) {
        return switch (bound) {
            case Bound.Amount(var amount) -> amount.stripTrailingZeros().toPlainString();
            case Bound.Time(var time) -> time.toString();
            case Bound.FromNow(var offset, String _) -> offset.toString();
        };
    }

    private static String text(Value value) {
        return switch (value) {
            case Value.Text(String text) -> "text " + sized(text);
            case Value.Flag _, Value.Amount _, Value.Moment _ -> value.asText();
            case Value.Items(List<Value> items) ->
                "items " + all(items.stream().map(Digest::text).toList());
            case Value.Fields fields ->
                "fields "
                        + all(fields.values().entrySet().stream()
                                .map(entry -> sized(entry.getKey()) + text(entry.getValue()))
                                .toList());
        };
    }

    /** What holds in any order is sorted. */
    private static String all(Collection<String> parts) {
        return parts.stream().sorted().map(Digest::sized).toList().toString();
    }

    private static String sized(String text) {
        return text.length() + ":" + text;
    }
}
