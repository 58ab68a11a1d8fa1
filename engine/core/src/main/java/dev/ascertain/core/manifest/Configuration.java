package dev.ascertain.core.manifest;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * All files together, wholly resolved and without a fault.
 *
 * @param files the manifests, as the user named them or as a folder held them, in the order read
 * @param accounts by name: those that a declaration uses
 * @param internet how the world itself is looked at, whether or not a declaration uses that account; null if no provider
 *     is called so
 * @param declarations in the order of the files
 * @param digest {@code sha256:…} over what the declarations and settings mean; no secret takes part
 */
public record Configuration(
        List<String> files,
        Map<String, Account> accounts,
        @Nullable Account internet,
        List<Declaration> declarations,
        String digest) {
    /** The account by which the world is looked at: called like its provider. */
    public static final String INTERNET = "internet";

    public Configuration {
        files = List.copyOf(files);
        accounts = Map.copyOf(accounts);
        declarations = List.copyOf(declarations);
    }
}
