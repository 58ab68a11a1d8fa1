package dev.ascertain.spi;

import java.util.List;

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

    /**
     * Checks what one {@link Setting} alone cannot say: combinations, forms, addresses. Offline.
     *
     * @return all faults; empty if {@link #create} will accept these settings
     */
    List<SettingFault> check(Settings settings);

    /**
     * Opens one account. Makes no call yet.
     *
     * @param settings settings in which {@link #check} found no fault
     */
    Provider create(Settings settings, RunContext context);
}
