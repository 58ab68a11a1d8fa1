import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/**
 * Plans once against a stub on this machine, so that the ahead-of-time cache learns what a plan needs: manifests, both
 * providers' calls, TLS, and the views.
 */
final class Rehearsal {
    private Rehearsal() {}

    /**
     * @param home the folder that is being made; its launcher starts the program as users will start it
     * @param script the manifest and the stub's answers
     * @param cache the file to write
     */
    static void record(Path home, Path script, Path cache) throws IOException, InterruptedException {
        Path scratch = Files.createTempDirectory("ascertain-rehearsal");
        Certificate certificate = Certificate.make(scratch, home.resolve("java/bin/keytool"));
        try (var clouds = Clouds.start(script, certificate.server())) {
            Launch.output(
                    environment(clouds, "-XX:AOTCacheOutput=" + cache + " " + certificate.trusted()),
                    home.resolve("bin/ascertain"),
                    "plan",
                    script.resolve("manifest.yaml").toString(),
                    "--json-into",
                    scratch.resolve("events.json").toString(),
                    "--out",
                    scratch.resolve("plan.json").toString());
        } finally {
            Distribution.clear(scratch);
        }
        if (!Files.exists(cache)) {
            throw new IllegalStateException("the rehearsal left no cache at " + cache);
        }
    }

    private static Map<String, String> environment(Clouds clouds, String options) {
        return Map.of(
                "ASCERTAIN_JAVA_OPTS",
                options,
                "PLAIN_STUB",
                clouds.plain(),
                "SECURE_STUB",
                clouds.secure(),
                "CLOUDFLARE_API_TOKEN",
                "rehearsal-rehearsal-rehearsal-rehearsal0",
                "HUAWEICLOUD_SDK_AK",
                "REHEARSAL",
                "HUAWEICLOUD_SDK_SK",
                "rehearsal");
    }
}
