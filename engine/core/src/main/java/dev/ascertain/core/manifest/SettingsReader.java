package dev.ascertain.core.manifest;

import dev.ascertain.core.manifest.Template.FileContent;
import dev.ascertain.core.manifest.Template.Literal;
import dev.ascertain.core.manifest.Template.Variable;
import dev.ascertain.core.source.Node;
import dev.ascertain.core.source.Node.Entry;
import dev.ascertain.core.source.Node.Faulty;
import dev.ascertain.core.source.Node.Mapping;
import dev.ascertain.core.source.Node.Scalar;
import dev.ascertain.spi.ProviderFactory;
import dev.ascertain.spi.Secret;
import dev.ascertain.spi.Setting;
import dev.ascertain.spi.Settings;
import dev.ascertain.spi.ValueType;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads the settings of one account: from its entry, else from the environment, else the default. */
final class SettingsReader {
    static final Pattern WHOLE = Pattern.compile("[1-9]\\d{0,8}");

    private final ProviderFactory factory;
    private final Scope scope;
    private final Outside outside;
    private final Credentials credentials;
    private final Map<String, String> plain = new HashMap<>();
    private final Map<String, Secret> secrets = new HashMap<>();

    SettingsReader(ProviderFactory factory, Scope scope, Outside outside, Credentials credentials) {
        this.factory = factory;
        this.scope = scope;
        this.outside = outside;
        this.credentials = credentials;
    }

    /**
     * @param account its name
     * @param entry its settings in a manifest, if there are any
     * @param span where the account is named
     */
    Settings read(String account, @Nullable Mapping entry, long span) {
        for (Setting setting : factory.settings()) {
            Optional<Entry> written = entry == null ? Optional.empty() : entry.entry(setting.name());
            if (written.isPresent()) {
                written(setting, written.get());
            } else {
                leftOut(setting, span);
            }
        }
        return new Settings(account, plain, secrets);
    }

    private void leftOut(Setting setting, long span) {
        for (String variable : setting.environment()) {
            String value = outside.variable(variable);
            if (value != null && !isBlank(value)) {
                put(setting, value, span, "The environment variable " + Words.quoted(variable));
                return;
            }
        }
        if (setting.defaultValue() != null) {
            plain.put(setting.name(), setting.defaultValue());
        }
    }

    private void written(Setting setting, Entry entry) {
        switch (entry.value()) {
            case Faulty _ -> {}
            case Scalar scalar when scalar.isNull() -> empty(setting, entry.span());
            case Scalar scalar
            when setting.secret() && !Veil.REFERENCE.matcher(scalar.text()).matches() -> literal(setting, scalar);
            case Scalar scalar when setting.secret() && isMissing(scalar) -> missing(setting, scalar);
            case Scalar scalar -> {
                Node resolved = new Resolver(scope, outside, null).resolve(scalar);
                if (resolved instanceof Scalar value) {
                    put(setting, value.text(), scalar.span(), Words.quoted(setting.name()));
                }
            }
            case Node.Sequence _, Mapping _ ->
                scope.error(
                        entry.span(),
                        ValueReader.WRONG,
                        Words.quoted(setting.name()) + " takes a single value; this is " + Words.kind(entry.value())
                                + ".");
        }
    }

    private void put(Setting setting, String value, long span, String source) {
        if (value.isBlank()) {
            empty(setting, span);
        } else if (setting.secret()) {
            secrets.put(setting.name(), Secret.of(value));
        } else if (setting.type() == ValueType.NUMBER && !WHOLE.matcher(value).matches()) {
            scope.error(
                    span, ValueReader.WRONG, source + " takes a whole number from 1 to 999999999, without separators.");
        } else {
            plain.put(setting.name(), value);
        }
    }

    private void empty(Setting setting, long span) {
        scope.error(span, "No value", Words.quoted(setting.name()) + " is empty. " + howTo(setting, "Set it"));
    }

    /** Whether a secret's variable is not on this machine; or its file, where that is no fault. */
    private boolean isMissing(Scalar scalar) {
        return Template.of(scalar.text()).parts().stream().anyMatch(part -> switch (part) {
            case Variable variable -> isBlank(outside.variable(variable.name()));
            case FileContent(String path, var _) ->
                credentials == Credentials.OPTIONAL
                        && outside.file(scope.source().file(), path, _ -> {}) == null;
            case Literal _, Template.Column _, Template.Broken _ -> false;
        });
    }

    private static boolean isBlank(@Nullable String value) {
        return value == null || value.isBlank();
    }

    private void missing(Setting setting, Scalar scalar) {
        if (credentials == Credentials.REQUIRED) {
            scope.error(
                    scope.source().dollar(scalar.span(), 0, scalar.text().length()),
                    "Missing credential",
                    "The environment variable of " + scalar.text() + " is not set, or empty.\n"
                            + howTo(setting, "Set it"));
        }
    }

    private void literal(Setting setting, Scalar scalar) {
        scope.error(
                scalar.span(),
                "Secret in a manifest",
                Words.quoted(setting.name()) + " is a secret. A secret does not belong in a checked-in file: it comes"
                        + " from the environment or a file, with no text beside it and no default.\n"
                        + howTo(setting, "Write " + setting.name() + ": ${env." + name(setting) + "}")
                        + " If what stands here was ever shared, revoke it.");
    }

    private static String howTo(Setting setting, String first) {
        List<String> names = setting.environment();
        return names.isEmpty()
                ? first + "."
                : first + ", or leave the line out: the environment variable " + Words.any(names) + " is then read.";
    }

    private static String name(Setting setting) {
        return setting.environment().isEmpty() ? "NAME" : setting.environment().getFirst();
    }
}
