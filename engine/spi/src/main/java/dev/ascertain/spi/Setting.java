package dev.ascertain.spi;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One setting of a provider's account.
 *
 * @param name the key in the manifest
 * @param doc one or two sentences for {@code ascertain providers} and for editors
 * @param type {@link ValueType#TEXT} or {@link ValueType#NUMBER}
 * @param secret whether it must come from the environment or a file, and is never shown
 * @param environment names asked for, in this order, where the manifest leaves the setting out
 * @param defaultValue what holds where the environment has none of them either
 */
public record Setting(
        String name,
        String doc,
        ValueType type,
        boolean secret,
        List<String> environment,
        @Nullable String defaultValue) {
    public Setting {
        environment = List.copyOf(environment);
    }

    public static Setting text(String name, String doc, String... environment) {
        return new Setting(name, doc, ValueType.TEXT, false, List.of(environment), null);
    }

    public static Setting secret(String name, String doc, String... environment) {
        return new Setting(name, doc, ValueType.TEXT, true, List.of(environment), null);
    }

    /** A whole number of at least 1. */
    public static Setting number(String name, String doc, int defaultValue) {
        return new Setting(name, doc, ValueType.NUMBER, false, List.of(), Integer.toString(defaultValue));
    }

    public Setting orElse(String value) {
        return new Setting(name, doc, type, secret, environment, value);
    }
}
