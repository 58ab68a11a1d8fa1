package dev.ascertain.core.observe;

import dev.ascertain.core.manifest.Declaration;
import dev.ascertain.spi.Target;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;

/** Finds the distinct targets of declarations, so that equal work is done once. Offline. */
public final class Binder {
    private record Key(String account, Target target) {
        /** Written out: the generated one is put together at its first call, which takes longer than a short run has. */
        @Override
        public int hashCode() {
            return 31 * account.hashCode() + target.hashCode();
        }
    }

    private Binder() {}

    /** In the order in which the declarations first mean each target. */
    public static List<Bound> bind(Collection<Declaration> declarations, Accounts accounts) {
        var byTarget = new LinkedHashMap<Key, List<Declaration>>();
        for (Declaration declaration : declarations) {
            Target target = accounts.observer(declaration.account()).bind(declaration.declared());
            byTarget.computeIfAbsent(new Key(declaration.account(), target), _ -> new ArrayList<>(1))
                    .add(declaration);
        }
        return byTarget.entrySet().stream()
                .map(entry -> new Bound(entry.getKey().account(), entry.getKey().target(), entry.getValue()))
                .toList();
    }
}
