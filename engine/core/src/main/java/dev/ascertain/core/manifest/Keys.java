package dev.ascertain.core.manifest;

import dev.ascertain.core.source.Node.Entry;
import dev.ascertain.core.source.Node.Mapping;
import java.util.Collection;
import java.util.regex.Pattern;

/** What keys and names may be. */
final class Keys {
    /** Names of declarations and accounts. */
    static final Pattern NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9_-]*");

    static final String NAME_RULE =
            "A name begins with a letter or _, and is made of letters, digits, _ and -: it becomes a part of addresses.";

    private Keys() {}

    /**
     * Refuses every key that is not among the known ones.
     *
     * @param where whose keys they are, to be read before "has no"
     */
    static void check(Mapping mapping, Collection<String> known, Scope scope, String where) {
        for (Entry entry : mapping.entries()) {
            if (!known.contains(entry.name())) {
                scope.error(
                        entry.key().span(),
                        "Unknown key",
                        where + " has no " + Words.quoted(entry.name()) + "." + Words.hint(entry.name(), known));
            }
        }
    }
}
