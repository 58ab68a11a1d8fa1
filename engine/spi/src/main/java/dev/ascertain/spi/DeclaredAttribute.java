package dev.ascertain.spi;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An attribute that a declaration may set.
 *
 * @param doc one or two sentences for {@code ascertain providers} and for editors
 * @param form what a text must look like; of words nothing is said here
 * @param words the only values allowed; empty if any is. Manifests may write them in either case
 * @param required whether it must be set
 * @param desired whether the live attribute of the same name should have this value, so that another one is a
 *     difference whose trigger is a {@linkplain Trigger.Kind#NEW_ORDER new order}
 * @param defaultValue what holds where it is left out
 */
public record DeclaredAttribute(
        String name,
        ValueType type,
        String doc,
        Form form,
        List<String> words,
        boolean required,
        boolean desired,
        @Nullable Value defaultValue) {
    public DeclaredAttribute {
        words = List.copyOf(words);
    }

    public static DeclaredAttribute text(String name, String doc) {
        return new DeclaredAttribute(name, ValueType.TEXT, doc, Form.ANY, List.of(), false, false, null);
    }

    public static DeclaredAttribute flag(String name, String doc, boolean defaultValue) {
        return new DeclaredAttribute(
                name, ValueType.FLAG, doc, Form.ANY, List.of(), false, false, Value.of(defaultValue));
    }

    /** One of some words. */
    public static DeclaredAttribute word(String name, String doc, String... words) {
        return new DeclaredAttribute(name, ValueType.TEXT, doc, Form.ANY, List.of(words), false, false, null);
    }

    /** A text that must look like this. */
    public DeclaredAttribute formed(Form wanted) {
        return new DeclaredAttribute(name, type, doc, wanted, words, required, desired, defaultValue);
    }

    public DeclaredAttribute orElse(String value) {
        return new DeclaredAttribute(name, type, doc, form, words, required, desired, Value.of(value));
    }

    public DeclaredAttribute mandatory() {
        return new DeclaredAttribute(name, type, doc, form, words, true, desired, defaultValue);
    }

    /** Marks it as {@link #desired}. */
    public DeclaredAttribute asDesired() {
        return new DeclaredAttribute(name, type, doc, form, words, required, true, defaultValue);
    }
}
