package dev.ascertain.spi;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A value of an attribute, expected or live. */
public sealed interface Value {
    /** The value as one line of text, as it is shown between quotes or in a list. */
    String asText();

    static Value of(String text) {
        return new Text(text);
    }

    static Value of(boolean flag) {
        return new Flag(flag);
    }

    static Value of(Instant moment) {
        return new Moment(moment);
    }

    static Value of(long number) {
        return new Amount(BigDecimal.valueOf(number));
    }

    /** A list of texts. */
    static Value ofTexts(List<String> texts) {
        return new Items(texts.stream().map(Value::of).toList());
    }

    record Text(String value) implements Value {
        @Override
        public String asText() {
            return value;
        }

        /** Written out: the generated one is put together at its first call, and every short run makes that call. */
        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Text text && text.value.equals(value);
        }

        @Override
        public int hashCode() {
            return value.hashCode();
        }
    }

    record Flag(boolean value) implements Value {
        @Override
        public String asText() {
            return Boolean.toString(value);
        }

        /** Written out, as that of {@link Text}. */
        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Flag flag && flag.value == value;
        }

        @Override
        public int hashCode() {
            return Boolean.hashCode(value);
        }
    }

    /** A number; {@code 1.0} equals {@code 1}. */
    record Amount(BigDecimal value) implements Value {
        /** Beyond so many zeros a number is written with an exponent: a provider may send {@code 1e999999999}. */
        private static final int LONGEST_PLAIN = 40;

        public Amount {
            value = value.signum() == 0 ? BigDecimal.ZERO : value.stripTrailingZeros();
        }

        @Override
        public String asText() {
            return Math.abs((long) value.scale()) > LONGEST_PLAIN ? value.toString() : value.toPlainString();
        }
    }

    record Moment(Instant value) implements Value {
        @Override
        public String asText() {
            return value.toString();
        }
    }

    record Items(List<Value> values) implements Value {
        public Items {
            values = List.copyOf(values);
        }

        @Override
        public String asText() {
            return values.stream().map(Value::asText).collect(Collectors.joining(", ", "[", "]"));
        }
    }

    /** Named parts in the order given, such as one entry of {@code verification_info}. */
    record Fields(Map<String, Value> values) implements Value {
        public Fields {
            values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
        }

        @Override
        public String asText() {
            return values.entrySet().stream()
                    .map(entry -> entry.getKey() + ": " + entry.getValue().asText())
                    .collect(Collectors.joining(", ", "{", "}"));
        }
    }
}
