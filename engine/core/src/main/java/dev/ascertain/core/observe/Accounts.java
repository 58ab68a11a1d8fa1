package dev.ascertain.core.observe;

import dev.ascertain.core.manifest.Account;
import dev.ascertain.core.manifest.Configuration;
import dev.ascertain.spi.Observer;
import dev.ascertain.spi.Provider;
import dev.ascertain.spi.RunContext;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;

/** The opened accounts of a run, by name. */
public final class Accounts implements AutoCloseable {
    private final Map<String, Provider> providers;

    private final Map<String, String> vendors;

    private Accounts(Map<String, Provider> providers, Map<String, String> vendors) {
        this.providers = providers;
        this.vendors = vendors;
    }

    /** Opens every account that the configuration uses. No call is made yet. */
    public static Accounts open(Configuration configuration, RunContext context) {
        return open(configuration.accounts().values(), context);
    }

    /** Opens these accounts. No call is made yet. */
    public static Accounts open(Collection<Account> accounts, RunContext context) {
        var providers = new LinkedHashMap<String, Provider>();
        var vendors = new LinkedHashMap<String, String>();
        for (Account account : accounts) {
            providers.put(account.name(), account.factory().create(account.settings(), context));
            vendors.put(account.name(), account.factory().title());
        }
        return new Accounts(providers, vendors);
    }

    /** The half of an account that changes nothing: all that planning asks for. */
    public Observer observer(String account) {
        return provider(account);
    }

    /**
     * An account with its triggers: for apply.
     *
     * @throws IllegalArgumentException if there is no such account: the manifest reader has refused that before
     */
    public Provider provider(String account) {
        Provider provider = providers.get(account);
        if (provider == null) {
            throw new IllegalArgumentException("no account " + account);
        }
        return provider;
    }

    /** The name in sentences of an account's provider. */
    public String vendor(String account) {
        return vendors.getOrDefault(account, account);
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
