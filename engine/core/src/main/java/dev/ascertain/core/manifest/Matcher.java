package dev.ascertain.core.manifest;

import dev.ascertain.spi.Value;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What is expected of one attribute. An attribute that the provider left out is <em>unknown</em>: it satisfies only
 * {@code present: false}.
 */
public sealed interface Matcher {
    /**
     * @param live the attribute as reported, or null if it was left out
     * @param now what {@code in 21 days} counts from
     */
    boolean matches(@Nullable Value live, Instant now);

    record Equals(Value value) implements Matcher {
        @Override
        public boolean matches(@Nullable Value live, Instant now) {
            return value.equals(live);
        }
    }

    record OneOf(List<Value> values) implements Matcher {
        public OneOf {
            values = List.copyOf(values);
        }

        @Override
        public boolean matches(@Nullable Value live, Instant now) {
            return live != null && values.contains(live);
        }
    }

    record Not(Value value) implements Matcher {
        @Override
        public boolean matches(@Nullable Value live, Instant now) {
            return live != null && !value.equals(live);
        }
    }

    /** A regular expression on the whole value. */
    record Matches(Pattern pattern) implements Matcher {
        @Override
        public boolean matches(@Nullable Value live, Instant now) {
            return live != null && pattern.matcher(live.asText()).matches();
        }

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Matches(Pattern theirs)
                    && theirs.pattern().equals(pattern.pattern())
                    && theirs.flags() == pattern.flags();
        }

        @Override
        public int hashCode() {
            return pattern.pattern().hashCode();
        }
    }

    /** A list that holds the value, or a text that holds it as a part. */
    record Contains(Value value) implements Matcher {
        @Override
        public boolean matches(@Nullable Value live, Instant now) {
            return switch (live) {
                case null -> false;
                case Value.Items(List<Value> items) -> items.stream().anyMatch(this::holds);
                case Value.Text(String text) -> text.contains(value.asText());
                case Value.Fields fields -> holds(fields);
                case Value.Flag _, Value.Amount _, Value.Moment _ -> value.equals(live);
            };
        }

        private boolean holds(Value item) {
            return item instanceof Value.Fields fields
                    ? fields.values().values().stream()
                            .anyMatch(part -> part.asText().equals(value.asText()))
                    : item.asText().equals(value.asText());
        }
    }

    /** Whether the provider reports the attribute at all. */
    record Present(boolean expected) implements Matcher {
        @Override
        public boolean matches(@Nullable Value live, Instant now) {
            return expected == (live != null);
        }
    }

    record AtLeast(Bound bound) implements Matcher {
        @Override
        public boolean matches(@Nullable Value live, Instant now) {
            Integer order = bound.compare(live, now);
            return order != null && order >= 0;
        }
    }

    record AtMost(Bound bound) implements Matcher {
        @Override
        public boolean matches(@Nullable Value live, Instant now) {
            Integer order = bound.compare(live, now);
            return order != null && order <= 0;
        }
    }

    /** Several at once: all of them must hold. */
    record All(List<Matcher> parts) implements Matcher {
        public All {
            parts = List.copyOf(parts);
        }

        @Override
        public boolean matches(@Nullable Value live, Instant now) {
            return parts.stream().allMatch(part -> part.matches(live, now));
        }
    }

    /** A part of a provider's own idea of verified: an attribute that it leaves out satisfies this one. */
    record EqualsIfReported(Value value) implements Matcher {
        @Override
        public boolean matches(@Nullable Value live, Instant now) {
            return live == null || value.equals(live);
        }
    }

    /** What {@code at_least} and {@code at_most} compare with. */
    sealed interface Bound {
        /**
         * @return how the live value stands to the bound, as {@link Comparable#compareTo} has it; null if they cannot
         *     be compared
         */
        @Nullable Integer compare(@Nullable Value live, Instant now);

        record Amount(BigDecimal value) implements Bound {
            @Override
            public @Nullable Integer compare(@Nullable Value live, Instant now) {
                return live instanceof Value.Amount(BigDecimal amount) ? amount.compareTo(value) : null;
            }
        }

        record Time(Instant value) implements Bound {
            @Override
            public @Nullable Integer compare(@Nullable Value live, Instant now) {
                return live instanceof Value.Moment(Instant moment) ? moment.compareTo(value) : null;
            }
        }

        /**
         * A time counted from now: {@code in 21 days}, {@code 2 hours ago} (negative).
         *
         * @param text as written, for showing
         */
        record FromNow(Duration offset, String text) implements Bound {
            @Override
            public @Nullable Integer compare(@Nullable Value live, Instant now) {
                return live instanceof Value.Moment(Instant moment) ? moment.compareTo(now.plus(offset)) : null;
            }
        }
    }
}
