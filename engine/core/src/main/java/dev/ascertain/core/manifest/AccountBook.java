package dev.ascertain.core.manifest;

import dev.ascertain.core.diagnostic.Diagnostic;
import dev.ascertain.core.diagnostic.DidYouMean;
import dev.ascertain.core.source.Node.Entry;
import dev.ascertain.core.source.Node.Faulty;
import dev.ascertain.core.source.Node.Mapping;
import dev.ascertain.core.source.Node.Scalar;
import dev.ascertain.core.source.Node.Sequence;
import dev.ascertain.core.source.Span;
import dev.ascertain.spi.ProviderFactory;
import dev.ascertain.spi.Setting;
import dev.ascertain.spi.SettingFault;
import dev.ascertain.spi.Settings;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The accounts of all manifests, and which of them declarations use. */
final class AccountBook {
    private final Catalog catalog;
    private final Outside outside;
    private final Credentials credentials;
    private final Map<String, Configured> configured = new LinkedHashMap<>();
    private final Map<String, Use> uses = new LinkedHashMap<>();

    AccountBook(Catalog catalog, Outside outside, Credentials credentials) {
        this.catalog = catalog;
        this.outside = outside;
        this.credentials = credentials;
    }

    /** Takes one entry under {@code providers}. */
    void add(Entry entry, Scope manifest) {
        String name = entry.name();
        Scope scope = manifest.in("providers." + name);
        if (!Keys.NAME.matcher(name).matches()) {
            scope.error(entry.key().span(), "Invalid name", Keys.NAME_RULE);
            return;
        }
        Configured before = configured.get(name);
        if (before != null) {
            var place = before.scope.place(before.entry.key().span());
            scope.error(
                    entry.key().span(),
                    "Account configured twice",
                    Words.quoted(name) + " is configured already, on " + place.file() + " line " + place.line()
                            + ". All files together are one configuration: remove one of them, or give this one"
                            + " another name and a \"type\".");
            return;
        }
        int errors = scope.faults().errors();
        ProviderFactory factory = factory(entry, scope);
        Settings settings = factory == null ? null : settings(entry, factory, scope);
        boolean isSound = scope.faults().errors() == errors;
        configured.put(name, new Configured(entry, scope, factory, isSound ? settings : null));
    }

    /**
     * The account that a declaration means, and notes that it is used.
     *
     * @param wanted the account's name and where it is written; null if it is left out, and then the account is called
     *     like the provider
     * @param factory the provider of the declaration's type
     * @param span where the declaration begins
     * @return the account's name; null if it is none of this provider, and that was said
     */
    @Nullable String use(@Nullable Scalar wanted, ProviderFactory factory, Scope scope, long span) {
        String name = wanted == null ? factory.name() : wanted.text();
        Configured account = configured.get(name);
        if (account == null && !name.equals(factory.name())) {
            scope.error(wanted == null ? span : wanted.span(), "Unknown account", unknown(wanted, factory));
            return null;
        }
        if (account != null && account.factory != null && account.factory != factory) {
            scope.error(
                    wanted == null ? span : wanted.span(),
                    "Account of another provider",
                    Words.quoted(name) + " is an account of " + account.factory.title()
                            + ", but this is a verification of " + factory.title() + ".");
            return null;
        }
        uses.putIfAbsent(name, new Use(factory, scope, span));
        return name;
    }

    /** The accounts in use, by name; those that are faulty are left out, and that was said. */
    Map<String, Account> used() {
        var accounts = new LinkedHashMap<String, Account>();
        uses.forEach((name, use) -> {
            Configured account = configured.get(name);
            Settings settings = account == null ? fromEnvironment(name, use) : account.settings;
            if (settings != null) {
                accounts.put(name, new Account(use.factory, settings));
                check(settings, use, account);
            }
        });
        return accounts;
    }

    /**
     * The account by which the world is looked at: configured, or from the environment and the defaults.
     *
     * @param used the accounts in use: this may be one of them
     * @param manifest a manifest of the run
     * @return null if there is no such provider; or if its settings are faulty, and that was said
     */
    @Nullable Account internet(Map<String, Account> used, Scope manifest) {
        ProviderFactory factory = catalog.factory(Configuration.INTERNET).orElse(null);
        if (factory == null || uses.containsKey(Configuration.INTERNET)) {
            return used.get(Configuration.INTERNET);
        }
        var use = new Use(factory, manifest, Span.of(1, 1, 1));
        Configured account = configured.get(Configuration.INTERNET);
        Settings settings = account == null ? fromEnvironment(Configuration.INTERNET, use) : account.settings;
        if (settings == null) {
            return null;
        }
        if (account == null) {
            for (SettingFault fault : factory.check(settings)) {
                manifest.faults()
                        .add(Diagnostic.error(fault.summary(), fault.detail()).in(Configuration.INTERNET));
            }
        } else {
            check(settings, use, account);
        }
        return new Account(factory, settings);
    }

    private Settings fromEnvironment(String name, Use use) {
        return new SettingsReader(use.factory, use.scope, outside, credentials).read(name, null, use.span);
    }

    private void check(Settings settings, Use use, @Nullable Configured account) {
        if (credentials == Credentials.OPTIONAL && needsCredential(use.factory)) {
            return;
        }
        Scope scope = account == null ? use.scope : account.scope;
        for (SettingFault fault : use.factory.check(settings)) {
            long span = account == null ? use.span : account.spanOf(fault.setting());
            scope.faults()
                    .add(Diagnostic.error(fault.summary(), fault.detail())
                            .at(scope.place(span))
                            .in(scope.subject()));
        }
    }

    /** What needs none can be checked on every machine. */
    private static boolean needsCredential(ProviderFactory factory) {
        return factory.settings().stream().anyMatch(Setting::secret);
    }

    private @Nullable ProviderFactory factory(Entry entry, Scope scope) {
        Optional<ProviderFactory> namesake = catalog.factory(entry.name());
        Entry type =
                entry.value() instanceof Mapping mapping ? mapping.entry("type").orElse(null) : null;
        if (type == null) {
            if (namesake.isEmpty() && !(entry.value() instanceof Faulty)) {
                scope.error(
                        entry.key().span(),
                        "Missing type",
                        Words.quoted(entry.name()) + " is no provider's name, so say which one it is an account of:"
                                + " \"type: …\"." + Words.hint(entry.name(), names()));
            }
            return namesake.orElse(null);
        }
        return factory(type, namesake.orElse(null), scope);
    }

    private @Nullable ProviderFactory factory(Entry type, @Nullable ProviderFactory namesake, Scope scope) {
        if (type.value() instanceof Faulty) {
            return null;
        }
        String wanted = type.value() instanceof Scalar scalar ? scalar.text() : "";
        Optional<ProviderFactory> factory = catalog.factory(wanted);
        if (factory.isEmpty()) {
            scope.error(
                    type.span(),
                    "Unknown provider",
                    "There is no provider " + Words.quoted(wanted) + "." + Words.hint(wanted, names()));
        } else if (namesake != null && namesake != factory.get()) {
            scope.error(
                    type.span(),
                    "Misleading name",
                    Words.quoted(namesake.name())
                            + " is the name of another provider. Give this account another name.");
        }
        return factory.orElse(null);
    }

    private @Nullable Settings settings(Entry entry, ProviderFactory factory, Scope scope) {
        return switch (entry.value()) {
            case Mapping mapping -> {
                List<String> known = new ArrayList<>(List.of("type"));
                factory.settings().forEach(setting -> known.add(setting.name()));
                Keys.check(mapping, known, scope, "An account of " + factory.title());
                yield read(entry, mapping, factory, scope);
            }
            case Scalar scalar when scalar.isNull() -> read(entry, null, factory, scope);
            case Scalar _, Sequence _ -> {
                scope.error(
                        entry.span(),
                        ValueReader.WRONG,
                        "The settings of an account are a map; this is " + Words.kind(entry.value()) + ".");
                yield null;
            }
            case Faulty _ -> null;
        };
    }

    private Settings read(Entry entry, @Nullable Mapping mapping, ProviderFactory factory, Scope scope) {
        return new SettingsReader(factory, scope, outside, credentials)
                .read(entry.name(), mapping, entry.key().span());
    }

    private String unknown(@Nullable Scalar wanted, ProviderFactory factory) {
        String name = wanted == null ? factory.name() : wanted.shown();
        Collection<String> known = Stream.concat(configured.keySet().stream(), Stream.of(factory.name()))
                .distinct()
                .toList();
        return "No account called " + Words.quoted(name) + " is configured under \"providers\"."
                + DidYouMean.sentence(name, known)
                        .map(sentence -> "\n" + sentence)
                        .orElse("\nAdd it there with \"type: " + factory.name() + "\", or leave \"provider\" out.");
    }

    private List<String> names() {
        return catalog.factories().stream().map(ProviderFactory::name).toList();
    }

    /**
     * An entry under {@code providers}.
     *
     * @param factory null if it is not known, and that was said
     * @param settings null if something is wrong with them, and that was said
     */
    private record Configured(
            Entry entry,
            Scope scope,
            @Nullable ProviderFactory factory,
            @Nullable Settings settings) {
        long spanOf(@Nullable String setting) {
            return setting != null && entry.value() instanceof Mapping mapping
                    ? mapping.entry(setting).map(Entry::span).orElse(entry.key().span())
                    : entry.key().span();
        }
    }

    /** The first declaration that uses an account. */
    private record Use(ProviderFactory factory, Scope scope, long span) {}
}
