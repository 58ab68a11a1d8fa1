package dev.ascertain.core.draft;

import dev.ascertain.spi.Found;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * One declaration to be: it means the live verifications of which it was made, and they are as it expects.
 *
 * @param found what it is about
 * @param label what tells it apart from others about the same; may be empty
 * @param select by live attribute; empty if all are meant
 * @param expect by live attribute; never empty
 * @param alike how many live verifications it means: more than one where nothing tells them apart
 * @param verified whether the provider counts them as verified
 */
record Draft(
        Found found,
        String label,
        Map<String, Clause> select,
        Map<String, Clause> expect,
        int alike,
        boolean verified) {
    Draft {
        select = Collections.unmodifiableMap(new LinkedHashMap<>(select));
        expect = Collections.unmodifiableMap(new LinkedHashMap<>(expect));
    }
}
