package dev.ascertain.core.manifest;

import dev.ascertain.core.diagnostic.Diagnostic;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What reading manifests came to.
 *
 * @param configuration null exactly if a diagnostic is an error
 * @param diagnostics all faults of all files, in the order of files and lines
 */
public record Reading(@Nullable Configuration configuration, List<Diagnostic> diagnostics) {
    public Reading {
        diagnostics = List.copyOf(diagnostics);
    }
}
