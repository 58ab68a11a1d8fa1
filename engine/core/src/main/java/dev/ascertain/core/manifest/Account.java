package dev.ascertain.core.manifest;

import dev.ascertain.spi.ProviderFactory;
import dev.ascertain.spi.Settings;

/** One configured account of a provider; its name is {@link Settings#account}. */
public record Account(ProviderFactory factory, Settings settings) {
    public String name() {
        return settings.account();
    }
}
