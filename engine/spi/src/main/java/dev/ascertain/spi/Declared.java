package dev.ascertain.spi;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One verification as declared, all values interpolated and coerced to their attributes' types. Defaults are filled in.
 *
 * @param address {@code type.name} or {@code type.name["key"]}, for messages
 * @param type the name of its {@link ResourceType}
 * @param attributes by attribute name; an attribute that was left out and has no default is missing
 */
public record Declared(String address, String type, Map<String, Value> attributes) {
    public Declared {
        attributes = Map.copyOf(attributes);
    }

    /** The attribute as text, or null if it was left out. */
    public @Nullable String text(String attribute) {
        Value value = attributes.get(attribute);
        return value == null ? null : value.asText();
    }

    /** The attribute as a flag; false if it was left out. */
    public boolean flag(String attribute) {
        return attributes.get(attribute) instanceof Value.Flag(boolean value) && value;
    }
}
