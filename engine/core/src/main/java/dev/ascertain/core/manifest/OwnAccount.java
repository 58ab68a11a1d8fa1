package dev.ascertain.core.manifest;

import dev.ascertain.core.diagnostic.Diagnostic;
import dev.ascertain.spi.ProviderFactory;
import dev.ascertain.spi.Secret;
import dev.ascertain.spi.Setting;
import dev.ascertain.spi.SettingFault;
import dev.ascertain.spi.Settings;
import dev.ascertain.spi.ValueType;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * An account that no manifest configures: its settings as they were given, else from the environment, else the default.
 *
 * @param account called like its provider
 * @param written by setting, what a manifest says so that it means the same account: no secret, but where it comes from
 * @param mistakes what was given and cannot be meant; empty if nothing
 * @param faults why it cannot be used otherwise, such as a missing credential; empty if it can
 */
public record OwnAccount(
        Account account, Map<String, String> written, List<Diagnostic> mistakes, List<Diagnostic> faults) {
    public OwnAccount {
        written = Collections.unmodifiableMap(new LinkedHashMap<>(written));
        mistakes = List.copyOf(mistakes);
        faults = List.copyOf(faults);
    }

    /**
     * @param given by setting
     * @param environment gives the value of an environment variable, or null if it is not set
     */
    public static OwnAccount of(
            ProviderFactory factory, Map<String, String> given, Function<String, @Nullable String> environment) {
        var plain = new LinkedHashMap<String, String>();
        var secrets = new LinkedHashMap<String, Secret>();
        var written = new LinkedHashMap<String, String>();
        for (Setting setting : factory.settings()) {
            String value = given.get(setting.name());
            String variable = value == null ? variable(setting, environment) : null;
            if (variable != null && setting.secret()) {
                secrets.put(setting.name(), Secret.of(value(variable, environment)));
                written.put(setting.name(), "${env." + variable + "}");
            } else if (variable != null) {
                plain.put(setting.name(), value(variable, environment));
            } else if (value != null && !setting.secret()) {
                plain.put(setting.name(), value);
                written.put(setting.name(), Fit.unresolved(value));
            } else if (setting.defaultValue() != null) {
                plain.put(setting.name(), setting.defaultValue());
            }
        }
        var account = new Account(factory, new Settings(factory.name(), plain, secrets));
        return checked(account, written, given);
    }

    private static @Nullable String variable(Setting setting, Function<String, @Nullable String> environment) {
        return setting.environment().stream()
                .filter(name -> !value(name, environment).isBlank())
                .findFirst()
                .orElse(null);
    }

    private static String value(String variable, Function<String, @Nullable String> environment) {
        String value = environment.apply(variable);
        return value == null ? "" : value;
    }

    private static OwnAccount checked(Account account, Map<String, String> written, Map<String, String> given) {
        var mistakes = new ArrayList<Diagnostic>();
        var faults = new ArrayList<Diagnostic>();
        given.forEach((name, value) -> mistakes.addAll(ofGiven(account.factory(), name, value)));
        for (Setting setting : account.factory().settings()) {
            String value = account.settings().plain().get(setting.name());
            if (value != null
                    && setting.type() == ValueType.NUMBER
                    && !SettingsReader.WHOLE.matcher(value).matches()) {
                var at = given.containsKey(setting.name()) ? mistakes : faults;
                at.add(Diagnostic.error(
                        ValueReader.WRONG,
                        Words.quoted(setting.name())
                                + " takes a whole number from 1 to 999999999, without separators."));
            }
        }
        if (mistakes.isEmpty() && faults.isEmpty()) {
            for (SettingFault fault : account.factory().check(account.settings())) {
                var at = fault.setting() != null && given.containsKey(fault.setting()) ? mistakes : faults;
                at.add(Diagnostic.error(fault.summary(), fault.detail()).in(account.name()));
            }
        }
        return new OwnAccount(account, written, mistakes, faults);
    }

    private static List<Diagnostic> ofGiven(ProviderFactory factory, String name, String value) {
        var known = factory.settings().stream()
                .filter(setting -> !setting.secret())
                .map(Setting::name)
                .toList();
        boolean isSecret = factory.settings().stream()
                .anyMatch(setting -> setting.secret() && setting.name().equals(name));
        if (isSecret) {
            return List.of(Diagnostic.error(
                    "Secret on the command line",
                    Words.quoted(name) + " is a secret, and everybody on this machine can read command lines. Set it in"
                            + " the environment. If it was ever shared, revoke it."));
        }
        if (!known.contains(name)) {
            return List.of(Diagnostic.error(
                    "Unknown setting",
                    "An account of " + factory.title() + " has no setting " + Words.quoted(name) + "."
                            + Words.hint(name, known)));
        }
        return value.isBlank() ? List.of(Diagnostic.error("No value", Words.quoted(name) + " is empty.")) : List.of();
    }
}
