package dev.ascertain.core.manifest;

import dev.ascertain.core.diagnostic.DidYouMean;
import dev.ascertain.core.source.Node;
import dev.ascertain.core.source.Node.Entry;
import dev.ascertain.core.source.Node.Faulty;
import dev.ascertain.core.source.Node.Mapping;
import dev.ascertain.core.source.Node.Scalar;
import dev.ascertain.core.source.Node.Sequence;
import dev.ascertain.core.source.SourceText;
import dev.ascertain.spi.ProviderFactory;
import dev.ascertain.spi.Setting;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Keeps secrets that stand in a manifest, where they do not belong, out of the source lines of diagnostics. A character
 * becomes a dot, so that columns stay right.
 */
final class Veil {
    /** What a secret may be written as, and nothing beside it. */
    static final Pattern REFERENCE =
            Pattern.compile("\\$\\{(?:env\\.[A-Za-z_][A-Za-z0-9_]*|file\\.[^}]*[^}\\s][^}]*)\\}");

    private static final Pattern CLEAN = Pattern.compile("[\"']?" + REFERENCE.pattern() + "[\"']?\\s*(?:[,}#].*)?");

    private final Set<String> secrets = new HashSet<>();
    private final Set<String> harmless = new HashSet<>(Set.of("type"));
    private final Set<String> names = new HashSet<>();
    private final Pattern line;

    Veil(List<ProviderFactory> factories) {
        for (ProviderFactory factory : factories) {
            for (Setting setting : factory.settings()) {
                (setting.secret() ? secrets : harmless).add(setting.name());
            }
        }
        names.addAll(secrets);
        names.addAll(harmless);
        line = Pattern.compile(secrets.stream()
                .map(Pattern::quote)
                .collect(Collectors.joining("|", "(?<![\\w-])(?:", ")[\"']?\\s*:\\s*")));
    }

    /** Hides the rest of a line behind the name of a secret setting. Needs no tree: for files that have none. */
    String line(String text) {
        if (secrets.isEmpty() || secrets.stream().noneMatch(text::contains)) {
            return text;
        }
        Matcher matcher = line.matcher(text);
        while (matcher.find()) {
            String value = text.substring(matcher.end());
            if (!value.isEmpty() && !CLEAN.matcher(value).matches()) {
                return text.substring(0, matcher.end()) + dots(value);
            }
        }
        return text;
    }

    /** Hides what stands at secret settings, and at unknown ones of an account, also where it has several lines. */
    void over(Node root, SourceText source) {
        int end = source.text().length();
        hideSecrets(root, end, source);
        List<Entry> top = root instanceof Mapping mapping ? mapping.entries() : List.of();
        for (int i = 0; i < top.size(); i++) {
            if (top.get(i).name().equals("providers") && top.get(i).value() instanceof Mapping(var accounts, long _)) {
                hideUnknown(accounts, endOf(top, i, end, source), source);
            }
        }
    }

    private void hideUnknown(List<Entry> accounts, int end, SourceText source) {
        for (int i = 0; i < accounts.size(); i++) {
            hideUnknown(accounts.get(i).value(), endOf(accounts, i, end, source), source);
        }
    }

    private void hideUnknown(Node account, int end, SourceText source) {
        switch (account) {
            case Mapping(var settings, long _) -> {
                for (int i = 0; i < settings.size(); i++) {
                    if (!isHarmless(settings.get(i).name())) {
                        hide(settings.get(i).value(), endOf(settings, i, end, source), source);
                    }
                }
            }
            case Scalar _, Sequence _ -> hide(account, end, source);
            case Faulty _ -> {}
        }
    }

    /** Whether it is no secret, also where it is misspelt. */
    private boolean isHarmless(String setting) {
        return harmless.contains(setting)
                || DidYouMean.nearest(setting, names).filter(harmless::contains).isPresent();
    }

    private void hideSecrets(Node node, int end, SourceText source) {
        switch (node) {
            case Mapping(var entries, long _) -> {
                for (int i = 0; i < entries.size(); i++) {
                    Entry entry = entries.get(i);
                    if (secrets.contains(entry.name())) {
                        hide(entry.value(), endOf(entries, i, end, source), source);
                    } else if (!(entry.value() instanceof Scalar)) {
                        hideSecrets(entry.value(), endOf(entries, i, end, source), source);
                    }
                }
            }
            case Sequence(var items, long _) -> {
                for (int i = 0; i < items.size(); i++) {
                    int next = i + 1 < items.size()
                            ? source.offset(items.get(i + 1).span())
                            : end;
                    hideSecrets(items.get(i), next, source);
                }
            }
            case Scalar _, Faulty _ -> {}
        }
    }

    /** Where the next entry begins; an alias points back, and then nothing is known but the outer end. */
    private static int endOf(List<Entry> entries, int index, int end, SourceText source) {
        return index + 1 < entries.size()
                ? source.offset(entries.get(index + 1).key().span())
                : end;
    }

    private static void hide(Node node, int end, SourceText source) {
        boolean isHarmless = node instanceof Scalar scalar
                && (scalar.isNull() || REFERENCE.matcher(scalar.text()).matches());
        if (!isHarmless) {
            source.hide(source.offset(node.span()), end);
        }
    }

    private static String dots(String value) {
        return value.codePoints()
                .map(c -> Character.isWhitespace(c) ? c : '•')
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }
}
