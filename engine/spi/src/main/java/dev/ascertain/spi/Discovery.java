package dev.ascertain.spi;

import java.util.List;

/**
 * Tells what there is at a provider, so that a manifest can be drafted of it. Reads only, like all that an
 * {@link Observer} does; the engine decides how many calls are under way at once.
 */
public interface Discovery {
    /** Of a provider that nothing can be drafted of. */
    Discovery NONE = new Discovery() {
        @Override
        public Listing all(int page) {
            return new Listing(List.of(), 0);
        }

        @Override
        public List<Found> named(String name) {
            return List.of();
        }
    };

    /**
     * One page of all that the account holds. Asked only where {@link Importable#listed} says so.
     *
     * @param page from 1
     * @throws ProviderException if it could not be read: a list with a hole is none
     */
    Listing all(int page);

    /**
     * What people mean by a name; several where it exists several times.
     *
     * @param name as it was typed
     * @return empty if the provider knows that there is no such thing
     * @throws ProviderException if it could not be looked up
     */
    List<Found> named(String name);

    /**
     * One page of a list.
     *
     * @param pages how many there are, as far as is known
     */
    record Listing(List<Found> found, int pages) {
        public Listing {
            found = List.copyOf(found);
        }
    }
}
