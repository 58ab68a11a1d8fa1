package dev.ascertain.core.source;

import java.util.List;
import java.util.Optional;

/** A part of a YAML document, with its {@link Span}. Scalars are text: what they mean is for the reader to say. */
public sealed interface Node {
    /** Where it begins. */
    long span();

    /**
     * @param text what it says
     * @param shown what messages may quote of it: as it is written in the file, where the text came from elsewhere
     * @param plain whether it is written without quotes
     */
    record Scalar(String text, String shown, boolean plain, long span) implements Node {
        /** Whether it is YAML's way to write no value. */
        public boolean isNull() {
            return plain
                    && switch (text) {
                        case "", "~", "null", "Null", "NULL" -> true;
                        default -> false;
                    };
        }
    }

    record Sequence(List<Node> items, long span) implements Node {
        public Sequence {
            items = List.copyOf(items);
        }
    }

    /** Entries in the order of the file; no key occurs twice. */
    record Mapping(List<Entry> entries, long span) implements Node {
        public Mapping {
            entries = List.copyOf(entries);
        }

        public Optional<Entry> entry(String key) {
            for (Entry entry : entries) {
                if (entry.name().equals(key)) {
                    return Optional.of(entry);
                }
            }
            return Optional.empty();
        }
    }

    /** Something is wrong here and has been reported: no further fault is said of it. */
    record Faulty(long span) implements Node {}

    /** A key and what stands behind it. */
    record Entry(Scalar key, Node value) {
        public String name() {
            return key.text();
        }

        /** Where to point at: the key if there is no value. */
        public long span() {
            return value instanceof Scalar scalar && scalar.isNull() ? key.span() : value.span();
        }
    }
}
