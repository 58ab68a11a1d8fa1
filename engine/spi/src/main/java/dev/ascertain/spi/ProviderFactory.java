package dev.ascertain.spi;

import java.util.List;
import java.util.Optional;

/**
 * The door to a provider, found by {@link java.util.ServiceLoader}. Everything but {@link #create} works offline and
 * without credentials, so that manifests can be validated and schemas generated anywhere.
 */
public interface ProviderFactory {
    /** The provider's name in manifests: lower case with underscores, such as {@code huaweicloud_live}. */
    String name();

    /** The provider's name in sentences, such as {@code Huawei Cloud Live}. */
    String title();

    /** The settings of one account, in the order in which they are documented. */
    List<Setting> settings();

    /** The kinds of verification that this provider knows. */
    List<ResourceType> resourceTypes();

    /** How what is live becomes declarations; empty if nothing is there that could be written down. */
    default Optional<Importable> importable() {
        return Optional.empty();
    }

    /**
     * Checks what one {@link Setting} alone cannot say: combinations, forms, addresses. Offline.
     *
     * @return all faults; empty if {@link #create} will accept these settings
     */
    List<SettingFault> check(Settings settings);

    /**
     * Gets ready what the first call of any account would otherwise wait for, such as a client and a decoder. Commands
     * that make calls begin with it, on a thread of its own beside the reading of manifests; others never ask for it.
     * Nothing may depend on it: it knows no settings, makes no call, looks for no credential, and fails silently.
     */
    default void prepare() {}

    /**
     * Opens one account. Makes no call yet.
     *
     * @param settings settings in which {@link #check} found no fault
     */
    Provider create(Settings settings, RunContext context);
}
