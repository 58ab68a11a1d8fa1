package dev.ascertain.core.manifest;

import dev.ascertain.spi.ProviderFactory;
import dev.ascertain.spi.ResourceType;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The providers there are, by name, and their resource types. Offline. */
public final class Catalog {
    private final List<ProviderFactory> factories;
    private final Map<String, Known> types;

    private Catalog(List<ProviderFactory> factories, Map<String, Known> types) {
        this.factories = factories;
        this.types = types;
    }

    /**
     * @throws IllegalArgumentException if two providers have the same name, or two resource types
     */
    public static Catalog of(Collection<ProviderFactory> factories) {
        var byName = new TreeMap<String, ProviderFactory>();
        var types = new HashMap<String, Known>();
        for (ProviderFactory factory : factories) {
            if (byName.put(factory.name(), factory) != null) {
                throw new IllegalArgumentException("two providers are called " + factory.name());
            }
            for (ResourceType type : factory.resourceTypes()) {
                Known other = types.put(type.name(), new Known(factory, type));
                if (other != null) {
                    throw new IllegalArgumentException(other.factory.name() + " and " + factory.name()
                            + " both have a type called " + type.name());
                }
            }
        }
        return new Catalog(List.copyOf(byName.values()), types);
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
        return Optional.ofNullable(types.get(typeName)).map(Known::factory);
    }

    public Optional<ResourceType> type(String typeName) {
        return Optional.ofNullable(types.get(typeName)).map(Known::type);
    }

    private record Known(ProviderFactory factory, ResourceType type) {}
}
