package dev.ascertain.core.manifest;

import org.jspecify.annotations.Nullable;

/**
 * What a declaration is called.
 *
 * @param key the key of an element of {@code for_each}, or null
 */
public record Address(String type, String name, @Nullable String key) {
    /** {@code type.name}, with {@code ["key"]} behind it for an element of {@code for_each}. */
    @Override
    public String toString() {
        String plain = type + "." + name;
        return key == null ? plain : plain + "[\"" + key.replace("\\", "\\\\").replace("\"", "\\\"") + "\"]";
    }
}
