package dev.ascertain.spi;

import java.util.List;

/**
 * An attribute that the provider reports.
 *
 * @param doc one or two sentences, in the vendor's sense
 * @param form what a text looks like that this can be
 * @param words the values that are known to come, documented or seen; empty if any may. Providers add words, so another
 *     one is no error, but whoever expects it is warned
 */
public record LiveAttribute(String name, ValueType type, String doc, Form form, List<String> words) {
    public LiveAttribute {
        words = List.copyOf(words);
    }

    public LiveAttribute(String name, ValueType type, String doc, List<String> words) {
        this(name, type, doc, Form.ANY, words);
    }

    public static LiveAttribute text(String name, String doc, String... words) {
        return new LiveAttribute(name, ValueType.TEXT, doc, List.of(words));
    }

    public static LiveAttribute of(String name, ValueType type, String doc) {
        return new LiveAttribute(name, type, doc, List.of());
    }

    /** A text that always looks like this, so that another one could never be met. */
    public LiveAttribute formed(Form known) {
        return new LiveAttribute(name, type, doc, known, words);
    }
}
