package dev.ascertain.walls.broken.core.plan;

import dev.ascertain.spi.Provider;
import dev.ascertain.spi.Target;
import dev.ascertain.spi.Trigger;
import dev.ascertain.walls.broken.core.apply.Application;
import dev.ascertain.walls.broken.providers.acme.Acme;
import java.time.Duration;
import java.time.Instant;

/** Triggers while planning, knows a provider and apply, and does to the process what only the command line may. */
final class TriggerManager {
    private TriggerManager() {}

    static void plan(Provider provider, Target target, Trigger trigger) throws Exception {
        provider.trigger(target, trigger);
        System.out.println(new Application(null) + " " + new Acme(null, null) + Instant.now());
        System.err.println(System.getenv("HOME") + System.getenv().size() + System.currentTimeMillis());
        System.out.println(System.in.read() + " " + System.console());
        Thread.sleep(1);
        Thread.sleep(Duration.ofMillis(1));
        new Exception("told to nobody").printStackTrace();
        System.exit(1);
    }
}
