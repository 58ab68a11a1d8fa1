import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/**
 * Plans once against stubs on this machine, so that the ahead-of-time cache learns what a plan needs: manifests, both
 * providers' calls, TLS, a look at the DNS and the web, and the views. Nothing else is asked.
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
        try (var clouds = Clouds.start(script, certificate.server());
                var names = NameServer.start()) {
            Launch.output(
                    environment(clouds, names, "-XX:AOTCacheOutput=" + cache + " " + certificate.trusted()),
                    home.resolve("bin/ascertain"),
                    "plan",
                    script.resolve("manifest.yaml").toString(),
                    "--json-into",
                    scratch.resolve("events.json").toString(),
                    "--evidence-out",
                    scratch.resolve("evidence.json").toString(),
                    "--out",
                    scratch.resolve("plan.json").toString());
        } finally {
            Distribution.clear(scratch);
        }
        if (!Files.exists(cache)) {
            throw new IllegalStateException("the rehearsal left no cache at " + cache);
        }
    }

    private static Map<String, String> environment(Clouds clouds, NameServer names, String options) {
        String port = Integer.toString(names.port());
        return Map.of(
                "DNS_STUB",
                port,
                "ASCERTAIN_DNS_ROOT",
                "127.0.0.1",
                "ASCERTAIN_RESOLVERS",
                "127.0.0.1:" + port,
                "HTTP_STUB",
                clouds.port(),
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
