package dev.ascertain.providers.cloudflare;

import dev.ascertain.spi.Obstacle;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A zone that can be asked about.
 *
 * @param title its name, or its id where no name is known
 * @param status {@code active}, {@code pending}, {@code initializing}, {@code moved}; null where it was not looked up
 */
record Zone(String id, String title, @Nullable String status) {
    /** A zone that is not active cannot validate; another word is no obstacle until somebody knows it. */
    List<Obstacle> obstacles() {
        return switch (status) {
            case "pending", "initializing" ->
                List.of(new Obstacle.NotActive("Zone " + title + " is " + status
                        + ": Cloudflare has not seen yet that its name servers were changed."));
            case "moved" ->
                List.of(new Obstacle.Moved(
                        "Zone " + title + " has moved: its name servers are no longer Cloudflare's."));
            case null, default -> List.of();
        };
    }
}
