package dev.ascertain.evidence.dns;

import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Something costly that most runs do without. */
final class Lazy<T> {
    private final Supplier<T> maker;
    private @Nullable T made;

    Lazy(Supplier<T> maker) {
        this.maker = maker;
    }

    synchronized T get() {
        T value = made;
        if (value == null) {
            value = maker.get();
            made = value;
        }
        return value;
    }

    synchronized void ifPresent(Consumer<T> action) {
        if (made != null) {
            action.accept(made);
        }
    }
}
