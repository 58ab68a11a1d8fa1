package dev.ascertain.core.observe;

import dev.ascertain.core.manifest.Declaration;
import dev.ascertain.spi.Target;
import java.util.List;

/**
 * A target and every declaration that one reading of it serves.
 *
 * @param account the provider's account; equal targets of two accounts are two
 * @param declarations in the manifests' order; never empty
 */
public record Bound(String account, Target target, List<Declaration> declarations) {
    public Bound {
        declarations = List.copyOf(declarations);
    }
}
