package dev.ascertain.core.manifest;

import dev.ascertain.spi.ProviderFactory;
import dev.ascertain.spi.ResourceType;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/** The providers there are, by name, and their resource types. Offline. */
public final class Catalog {
    private final List<ProviderFactory> factories;

    private Catalog(List<ProviderFactory> factories) {
        this.factories = factories;
    }

    /**
     * @throws IllegalArgumentException if two providers have the same name, or two resource types
     */
    public static Catalog of(Collection<ProviderFactory> factories) {
        var byName = new TreeMap<String, ProviderFactory>();
        var types = new TreeMap<String, String>();
        for (ProviderFactory factory : factories) {
            if (byName.put(factory.name(), factory) != null) {
                throw new IllegalArgumentException("two providers are called " + factory.name());
            }
            for (ResourceType type : factory.resourceTypes()) {
                String other = types.put(type.name(), factory.name());
                if (other != null) {
                    throw new IllegalArgumentException(
                            other + " and " + factory.name() + " both have a type called " + type.name());
                }
            }
        }
        return new Catalog(List.copyOf(byName.values()));
    }

    /** In the order of their names. */
    public List<ProviderFactory> factories() {
        return factories;
    }

    public Optional<ProviderFactory> factory(String name) {
        return factories.stream().filter(factory -> factory.name().equals(name)).findFirst();
    }

    /** The provider that has a resource type of this name. */
    public Optional<ProviderFactory> factoryOf(String typeName) {
        return factories.stream()
                .filter(factory -> factory.resourceTypes().stream()
                        .anyMatch(type -> type.name().equals(typeName)))
                .findFirst();
    }

    public Optional<ResourceType> type(String typeName) {
        return factoryOf(typeName)
                .flatMap(factory -> factory.resourceTypes().stream()
                        .filter(type -> type.name().equals(typeName))
                        .findFirst());
    }
}
