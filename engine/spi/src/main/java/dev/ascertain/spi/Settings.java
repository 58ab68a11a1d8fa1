package dev.ascertain.spi;

import java.util.Map;
import java.util.Optional;

/**
 * The settings of one account, from manifest, environment and defaults. Secrets are kept apart and hide themselves.
 *
 * @param account the account's name in the manifest, such as {@code live_cn}
 * @param plain values of settings that are no secrets, by name
 * @param secrets values of settings that are, by name
 */
public record Settings(String account, Map<String, String> plain, Map<String, Secret> secrets) {
    public Settings {
        plain = Map.copyOf(plain);
        secrets = Map.copyOf(secrets);
    }

    public Optional<String> text(String name) {
        return Optional.ofNullable(plain.get(name));
    }

    public Optional<Secret> secret(String name) {
        return Optional.ofNullable(secrets.get(name));
    }

    /**
     * A whole number that has a default.
     *
     * @throws NumberFormatException if it is none: the manifest reader has refused such a value before
     */
    public int number(String name) {
        String value = plain.get(name);
        if (value == null) {
            throw new IllegalArgumentException("no setting " + name);
        }
        return Integer.parseInt(value);
    }

    public boolean has(String name) {
        return plain.containsKey(name) || secrets.containsKey(name);
    }
}
