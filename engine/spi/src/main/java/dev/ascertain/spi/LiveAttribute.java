package dev.ascertain.spi;

import java.util.List;

/**
 * An attribute that the provider reports.
 *
 * @param doc one or two sentences, in the vendor's sense
 * @param words the documented values; empty if any may come. Providers add words, so another one is no error
 */
public record LiveAttribute(String name, ValueType type, String doc, List<String> words) {
    public LiveAttribute {
        words = List.copyOf(words);
    }

    public static LiveAttribute text(String name, String doc, String... words) {
        return new LiveAttribute(name, ValueType.TEXT, doc, List.of(words));
    }

    public static LiveAttribute of(String name, ValueType type, String doc) {
        return new LiveAttribute(name, type, doc, List.of());
    }
}
