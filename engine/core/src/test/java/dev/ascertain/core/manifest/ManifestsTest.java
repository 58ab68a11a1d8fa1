package dev.ascertain.core.manifest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ascertain.core.diagnostic.Diagnostic;
import dev.ascertain.core.diagnostic.DiagnosticText;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ManifestsTest {
    private static final String SHOP = """
            ascertain: 1
            verifications:
              - type: cloudflare_ssl_verification
                name: shop
                zone: example.com
            """;
    private static final String WITH_SECRETS = """
            ascertain: 1
            providers:
              cloudflare:
                api_token: ${env.CLOUDFLARE_API_TOKEN}
              live:
                type: huaweicloud_live
                access_key: ${file.no-such-file}
            verifications:
              - type: cloudflare_ssl_verification
                name: shop
                zone: example.com
              - type: huaweicloud_live_domain_verification
                name: push
                provider: live
                domain: push.example.com
            """;

    @TempDir
    Path folder;

    @Test
    void aMissingCredentialIsToldAtTheFirstDeclarationThatNeedsIt() throws IOException {
        Path file = write("shop.yaml", SHOP);

        Reading reading = read(Map.of(), Credentials.REQUIRED, file);

        assertThat(told(reading)).isEqualTo("""
                        Error: Missing credential

                          on shop.yaml line 3, column 5, in cloudflare_ssl_verification.shop

                          3 |   - type: cloudflare_ssl_verification
                            |     ^
                          Cloudflare needs an API token. Set CLOUDFLARE_API_TOKEN.
                        """);
    }

    @Test
    void anAccountsFaultIsToldAtItsEntryWhereTheSettingIsLeftOut() throws IOException {
        Path file = write("push.yaml", """
                ascertain: 1
                providers:
                  huaweicloud_live:
                verifications:
                  - type: huaweicloud_live_domain_verification
                    name: push
                    domain: push.example.com
                """);

        Reading reading = read(Map.of(), Credentials.REQUIRED, file);

        assertThat(told(reading)).isEqualTo("""
                        Error: Missing region

                          on push.yaml line 3, column 3, in providers.huaweicloud_live

                          3 |   huaweicloud_live:
                            |   ^^^^^^^^^^^^^^^^
                          Huawei Cloud Live needs a region.
                        """);
    }

    @Test
    void credentialsMayBeMissingWhereManifestsAreOnlyChecked() throws IOException {
        Path file = write("shop.yaml", WITH_SECRETS);

        assertThat(read(Map.of(), Credentials.OPTIONAL, file).diagnostics()).isEmpty();
        assertThat(read(Map.of(), Credentials.REQUIRED, file).diagnostics())
                .extracting(Diagnostic::summary)
                .containsExactly("Missing credential", "File not found");
    }

    @Test
    void aFaultyAccountThatNobodyUsesIsNotLookedInto() throws IOException {
        Path file = write("shop.yaml", "ascertain: 1\nproviders:\n  cloudflare:\n");

        Reading reading = read(Map.of(), Credentials.REQUIRED, file);

        assertThat(reading.diagnostics()).isEmpty();
        assertThat(reading.configuration().accounts()).isEmpty();
    }

    @Test
    void settingsComeFromTheManifestThenTheEnvironmentThenTheDefault() throws IOException {
        Path file = write("shop.yaml", "providers: {cloudflare: {email: a@example.com}}\n" + SHOP);

        var settings = read(
                        Map.of(
                                "CF_API_TOKEN", "second",
                                "CLOUDFLARE_EMAIL", "b@example.com",
                                "CLOUDFLARE_BASE_URL", ""),
                        Credentials.REQUIRED,
                        file)
                .configuration()
                .accounts()
                .get("cloudflare")
                .settings();

        assertThat(settings.secret("api_token").orElseThrow().reveal()).isEqualTo("second");
        assertThat(settings.plain())
                .containsExactlyInAnyOrderEntriesOf(Map.of(
                        "email", "a@example.com",
                        "base_url", "https://api.cloudflare.com/client/v4",
                        "requests_per_5_minutes", "1200"));
    }

    @Test
    void aFolderMeansItsOwnFilesAndWithRecursiveThoseBelow() throws IOException {
        write("b.yaml", SHOP);
        write("a.yml", SHOP.replace("shop", "a"));
        write("inner/c.yaml", SHOP.replace("shop", "c"));
        write("inner/.git/d.yaml", "no manifest");
        write("e.yaml.orig", "no manifest");

        assertThat(addresses(reader(FakeClouds.ENVIRONMENT).read(List.of(folder), false)))
                .containsExactly("cloudflare_ssl_verification.a", "cloudflare_ssl_verification.shop");
        assertThat(addresses(reader(FakeClouds.ENVIRONMENT).read(List.of(folder), true)))
                .containsExactly(
                        "cloudflare_ssl_verification.a",
                        "cloudflare_ssl_verification.shop",
                        "cloudflare_ssl_verification.c");
    }

    @Test
    void aFileThatIsNamedTwiceIsReadOnce() throws IOException {
        Path file = write("shop.yaml", SHOP);

        Reading reading =
                reader(FakeClouds.ENVIRONMENT).read(List.of(file, folder, folder.resolve("./shop.yaml")), false);

        assertThat(reading.configuration().files()).containsExactly(file.toString());
    }

    @Test
    void aMissingFileIsToldBesideTheFaultsOfTheOthers() throws IOException {
        Path file = write("shop.yaml", SHOP.replace("zone:", "zne:"));

        Reading reading = read(FakeClouds.ENVIRONMENT, Credentials.REQUIRED, folder.resolve("none.yaml"), file);

        assertThat(reading.diagnostics())
                .extracting(Diagnostic::summary)
                .containsExactly("File not found", "Missing attribute", "Unknown attribute");
        assertThat(told(reading)).startsWith("Error: File not found\n\n  There is no file \"none.yaml\".\n");
    }

    @Test
    void aHugeFileIsRefusedBeforeItIsRead() throws IOException {
        Path file = folder.resolve("huge.yaml");
        try (var channel = Files.newByteChannel(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            channel.position(3L << 30);
            channel.write(ByteBuffer.wrap(new byte[] {'x'}));
        }

        assertThat(told(read(Map.of(), Credentials.REQUIRED, file))).isEqualTo("""
                        Error: File too large

                          "huge.yaml" has more than 10 MiB, which is the most that is read. Split it.
                        """);
    }

    @Test
    void theDigestIsAboutMeaning() throws IOException {
        String other = """
                # another order, another file
                verifications:
                  - {zone: "example.com", name: shop, type: cloudflare_ssl_verification, match: EVERY}
                ascertain: 1
                """;
        String digest = digest(FakeClouds.ENVIRONMENT, SHOP);

        assertThat(digest).matches("sha256:[0-9a-f]{64}").isEqualTo(digest(FakeClouds.ENVIRONMENT, other));
        assertThat(digest(Map.of("CLOUDFLARE_API_TOKEN", "another"), SHOP)).isEqualTo(digest);
        assertThat(digest(FakeClouds.ENVIRONMENT, SHOP + "    owner: x\n")).isNotEqualTo(digest);
        assertThat(digest(FakeClouds.ENVIRONMENT, SHOP + "    expect: {brand_check: false}\n"))
                .isNotEqualTo(digest);
        assertThat(digest(Map.of("CLOUDFLARE_API_TOKEN", "a", "CLOUDFLARE_EMAIL", "b"), SHOP))
                .isNotEqualTo(digest);
    }

    private String digest(Map<String, String> environment, String text) throws IOException {
        return read(environment, Credentials.REQUIRED, write("digest.yaml", text))
                .configuration()
                .digest();
    }

    private static Manifests reader(Map<String, String> environment) {
        return new Manifests(FakeClouds.catalog(), environment::get);
    }

    private static Reading read(Map<String, String> environment, Credentials credentials, Path... files) {
        return reader(environment).read(List.of(files), false, credentials);
    }

    private static List<String> addresses(Reading reading) {
        return reading.configuration().declarations().stream()
                .map(declaration -> declaration.address().toString())
                .toList();
    }

    private String told(Reading reading) {
        return reading.diagnostics().stream()
                .map(DiagnosticText::of)
                .collect(Collectors.joining("\n"))
                .replace(folder + "/", "");
    }

    private Path write(String name, String text) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, text);
    }
}
