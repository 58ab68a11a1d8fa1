package dev.ascertain.core.judge;

import dev.ascertain.core.manifest.Declaration;
import dev.ascertain.core.manifest.Matcher;
import dev.ascertain.spi.DeclaredAttribute;
import dev.ascertain.spi.LiveVerification;
import dev.ascertain.spi.Value;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Compares one live verification with what a declaration says of it. Pure. */
public final class Expectations {
    private Expectations() {}

    /** Whether the declaration means this live verification. */
    public static boolean selects(Declaration declaration, LiveVerification live, Instant now) {
        return declaration.select().entrySet().stream()
                .allMatch(entry -> entry.getValue().matches(live.attributes().get(entry.getKey()), now));
    }

    /**
     * @param now what {@code in 21 days} counts from
     * @return what is not as expected, in the manifest's order, then the desired attributes; empty if all is
     */
    public static List<Difference> differences(Declaration declaration, LiveVerification live, Instant now) {
        var differences = new ArrayList<Difference>();
        declaration.expect().forEach((attribute, matcher) -> {
            Value actual = live.attributes().get(attribute);
            if (!matcher.matches(actual, now)) {
                differences.add(new Difference(attribute, matcher, actual));
            }
        });
        differences.addAll(undesired(declaration, live));
        return List.copyOf(differences);
    }

    /**
     * The desired attributes that live otherwise: only a new order can change those. One that the provider leaves out is
     * not among them, since nobody should order anew on what is not known.
     */
    static List<Difference> undesired(Declaration declaration, LiveVerification live) {
        var differences = new ArrayList<Difference>();
        for (DeclaredAttribute attribute : declaration.type().declared()) {
            Value desired =
                    attribute.desired() ? declaration.declared().attributes().get(attribute.name()) : null;
            Value actual = live.attributes().get(attribute.name());
            if (desired != null && actual != null && !desired.equals(actual)) {
                differences.add(new Difference(attribute.name(), new Matcher.Equals(desired), actual));
            }
        }
        return differences;
    }
}
