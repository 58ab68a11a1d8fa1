package dev.ascertain.core.plan;

import dev.ascertain.core.diagnostic.Severity;
import org.jspecify.annotations.Nullable;

/**
 * Which verification a change is about.
 *
 * @param address the declaration's address
 * @param instance what tells it apart where the declaration matches several, such as a hostname; empty if nothing does
 * @param type the resource type
 * @param account the provider's account
 * @param severity whether it counts for the exit code
 * @param owner who acts; null if the manifest does not say
 * @param file the manifest
 * @param line where its declaration begins, from 1
 * @param column from 1
 */
public record Subject(
        String address,
        String instance,
        String type,
        String account,
        Severity severity,
        @Nullable String owner,
        String file,
        int line,
        int column) {
    /** Address and instance: what one change is recognized by. */
    public String key() {
        return instance.isEmpty() ? address : address + "  " + instance;
    }
}
