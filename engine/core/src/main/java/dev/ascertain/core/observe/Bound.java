package dev.ascertain.core.observe;

import dev.ascertain.core.manifest.Declaration;
import dev.ascertain.spi.Target;
import java.util.List;

/**
 * A target and every declaration that one reading of it serves.
 *
 * @param account the provider's account; equal targets of two accounts are two
 * @param declarations in the manifests' order; empty only where no manifest is behind it, as while one is drafted
 */
public record Bound(String account, Target target, List<Declaration> declarations) {
    public Bound {
        declarations = List.copyOf(declarations);
    }

    /** Declarations are deep, and a run has only one of these for each account and target. */
    @Override
    public int hashCode() {
        return 31 * account.hashCode() + target.hashCode();
    }
}
