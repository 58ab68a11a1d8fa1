package dev.ascertain.core.observe;

import dev.ascertain.core.manifest.Account;
import dev.ascertain.core.manifest.Configuration;
import dev.ascertain.spi.Provider;
import dev.ascertain.spi.RunContext;
import java.util.LinkedHashMap;
import java.util.Map;

/** The opened accounts of a run, by name. */
public final class Accounts implements AutoCloseable {
    private final Map<String, Provider> providers;

    private Accounts(Map<String, Provider> providers) {
        this.providers = providers;
    }

    /** Opens every account that the configuration uses. No call is made yet. */
    public static Accounts open(Configuration configuration, RunContext context) {
        var providers = new LinkedHashMap<String, Provider>();
        for (Account account : configuration.accounts().values()) {
            providers.put(account.name(), account.factory().create(account.settings(), context));
        }
        return new Accounts(providers);
    }

    /**
     * @throws IllegalArgumentException if there is no such account: the manifest reader has refused that before
     */
    public Provider provider(String account) {
        Provider provider = providers.get(account);
        if (provider == null) {
            throw new IllegalArgumentException("no account " + account);
        }
        return provider;
    }

    /** The names only. */
    @Override
    public String toString() {
        return providers.keySet().toString();
    }

    @Override
    public void close() {
        providers.values().forEach(Provider::close);
    }
}
