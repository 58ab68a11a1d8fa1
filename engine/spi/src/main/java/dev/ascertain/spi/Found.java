package dev.ascertain.spi;

import java.util.Map;

/**
 * Something at a provider that a declaration can name.
 *
 * @param name by which people know it: hostile text
 * @param remark what else they should know of it, such as {@code pending}, in a few words; may be empty
 * @param attributes the {@linkplain DeclaredAttribute declared attributes} by which a declaration means just this
 */
public record Found(String name, String remark, Map<String, Value> attributes) {
    public Found {
        attributes = Map.copyOf(attributes);
    }
}
