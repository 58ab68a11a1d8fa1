package dev.ascertain.testkit;

import dev.ascertain.spi.Discovery;
import dev.ascertain.spi.Found;
import dev.ascertain.spi.Value;
import java.util.List;
import java.util.Map;

/** Lists places, two on a page. */
record FakeDiscovery(List<String> places) implements Discovery {
    private static final int SIZE = 2;

    @Override
    public Listing all(int page) {
        List<Found> found = places.stream()
                .skip((page - 1L) * SIZE)
                .limit(SIZE)
                .map(FakeDiscovery::found)
                .toList();
        return new Listing(found, (places.size() + SIZE - 1) / SIZE);
    }

    @Override
    public List<Found> named(String name) {
        return places.stream().filter(name::equals).map(FakeDiscovery::found).toList();
    }

    private static Found found(String place) {
        return new Found(place, "", Map.of("place", Value.of(place)));
    }
}
