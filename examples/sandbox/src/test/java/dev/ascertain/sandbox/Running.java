package dev.ascertain.sandbox;

import java.net.URI;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** A sandbox that runs for each test anew, with a clock that the test sets and somebody who asks it. */
final class Running implements BeforeEachCallback, AfterEachCallback {
    final SettableClock clock = new SettableClock();

    private final String world;
    private final Function<Sandbox, URI> base;
    private final String[] headers;
    private @Nullable Sandbox sandbox;
    private @Nullable Client client;

    /**
     * @param world in the sandbox's language
     * @param base what the client asks
     * @param headers the client's names and values in turn
     */
    Running(String world, Function<Sandbox, URI> base, String... headers) {
        this.world = world;
        this.base = base;
        this.headers = headers;
    }

    @Override
    public void beforeEach(ExtensionContext context) {
        sandbox = Sandbox.start(Scenario.parse(world), clock);
        client = new Client(base.apply(sandbox), headers);
    }

    @Override
    public void afterEach(ExtensionContext context) {
        client().close();
        sandbox().close();
    }

    Sandbox sandbox() {
        return Objects.requireNonNull(sandbox, "no test has begun");
    }

    Client client() {
        return Objects.requireNonNull(client, "no test has begun");
    }
}
