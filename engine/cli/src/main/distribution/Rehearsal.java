import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/**
 * Plans once against a stub on this machine, so that the ahead-of-time cache learns what a plan needs: manifests, both
 * providers' calls, and the views.
 */
final class Rehearsal {
    private Rehearsal() {}

    /**
     * @param launcher starts the program, with the very options that users will start it with
     * @param folder the manifest and the stub's answers
     * @param cache the file to write
     */
    static void record(Path launcher, Path folder, Path cache) throws IOException, InterruptedException {
        Path events = Files.createTempFile("ascertain-rehearsal", ".json");
        Path plan = Files.createTempFile("ascertain-rehearsal", ".plan");
        try (var clouds = Clouds.start(folder)) {
            Launch.output(
                    environment(clouds, cache),
                    launcher,
                    "plan",
                    folder.resolve("manifest.yaml").toString(),
                    "--json-into",
                    events.toString(),
                    "--out",
                    plan.toString());
        } finally {
            Files.delete(events);
            Files.delete(plan);
        }
        if (!Files.exists(cache)) {
            throw new IllegalStateException("the rehearsal left no cache at " + cache);
        }
    }

    private static Map<String, String> environment(Clouds clouds, Path cache) {
        return Map.of(
                "ASCERTAIN_JAVA_OPTS", "-XX:AOTCacheOutput=" + cache,
                "STUB", clouds.address(),
                "CLOUDFLARE_API_TOKEN", "rehearsal-rehearsal-rehearsal-rehearsal0",
                "HUAWEICLOUD_SDK_AK", "REHEARSAL",
                "HUAWEICLOUD_SDK_SK", "rehearsal");
    }
}
