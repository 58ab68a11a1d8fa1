package dev.ascertain.core.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ascertain.spi.Secret;
import dev.ascertain.spi.Settings;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.LinkedHashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** No credential can be in a plan, because nothing that a plan is made of can hold one. */
class NoSecretInAPlanTest {
    @Test
    void nothingThatAPlanIsMadeOfCanHoldACredential() {
        var seen = new LinkedHashSet<Class<?>>();
        collect(Plan.class, seen);
        assertThat(seen).contains(Plan.class, Change.class, Subject.class).doesNotContain(Secret.class, Settings.class);
    }

    @Test
    void theSearchWouldFindOne() {
        record Leaky(java.util.List<Settings> accounts) {}
        var seen = new LinkedHashSet<Class<?>>();
        collect(Leaky.class, seen);
        assertThat(seen).contains(Secret.class, Settings.class);
    }

    private static void collect(Type type, Set<Class<?>> seen) {
        if (type instanceof ParameterizedType generic) {
            for (Type argument : generic.getActualTypeArguments()) {
                collect(argument, seen);
            }
            return;
        }
        if (!(type instanceof Class<?> known) || !seen.add(known)) {
            return;
        }
        if (known.isRecord()) {
            for (RecordComponent component : known.getRecordComponents()) {
                collect(component.getGenericType(), seen);
            }
        }
        if (known.isSealed()) {
            for (Class<?> permitted : known.getPermittedSubclasses()) {
                collect(permitted, seen);
            }
        }
    }
}
