package dev.ascertain.cli;

import dev.ascertain.core.manifest.Catalog;
import dev.ascertain.spi.ProviderFactory;
import java.util.List;
import java.util.ServiceLoader;

/** The providers that the distribution brings. */
final class RealProviders {
    private RealProviders() {}

    static Catalog catalog() {
        return Catalog.of(factories());
    }

    static List<ProviderFactory> factories() {
        return ServiceLoader.load(ProviderFactory.class).stream()
                .map(ServiceLoader.Provider::get)
                .toList();
    }
}
