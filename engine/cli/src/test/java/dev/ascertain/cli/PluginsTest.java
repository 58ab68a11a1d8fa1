package dev.ascertain.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ascertain.cli.Stage.Run;
import dev.ascertain.spi.ProviderFactory;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Providers from a folder of jars. */
class PluginsTest {
    private static final Path SOURCE = Path.of("src/test/resources/plugins/AcmeFactory.java");
    private static final String SERVICE = "META-INF/services/" + ProviderFactory.class.getName();
    private static final String CLASS = "com/acme/AcmeFactory.class";

    @TempDir
    Path folder;

    private Stage stage;
    private Path plugins;

    @BeforeEach
    void makeFolder() throws IOException {
        plugins = Files.createDirectory(folder.resolve("plugins"));
        stage = new Stage(folder, List.of()).manifest();
        stage.environment.put("ASCERTAIN_PLUGINS", "plugins");
    }

    @Test
    void aProviderFromAJarIsListedAndServesAManifest() throws IOException {
        jar("acme.jar", "com.acme.AcmeFactory", compiled(Files.readString(SOURCE)));
        assertThat(stage.run("providers").out()).contains("acme").contains("fake_verification");
        Run plan = stage.run("plan", "--detailed-exitcode");
        assertThat(plan.err()).isEmpty();
        assertThat(plan.code()).isEqualTo(2);
        assertThat(plan.out())
                .contains("order it at Acme")
                .endsWith("Plan: 1 needs you.\nExit 2: 1 verification is not as expected (--detailed-exitcode).\n");
    }

    @Test
    void otherFilesInTheFolderAreLeftAlone() throws IOException {
        jar("acme.jar", "com.acme.AcmeFactory", compiled(Files.readString(SOURCE)));
        Files.writeString(plugins.resolve("README.txt"), "no jar");
        assertThat(stage.run("validate").code()).isZero();
    }

    @Test
    void anEmptyFolderHoldsNoProvider() {
        Run plan = stage.run("plan");
        assertThat(plan.code()).isEqualTo(78);
        assertThat(plan.err()).startsWith("Error: ").contains("fake_verification");
        assertThat(stage.run("providers").code()).isZero();
    }

    @Test
    void aFolderThatIsMissingIsTold() {
        stage.environment.put("ASCERTAIN_PLUGINS", "none");
        assertRefused(folder.resolve("none") + " is not a folder that can be read.");
    }

    @Test
    void aJarThatIsBrokenIsTold() throws IOException {
        Files.writeString(plugins.resolve("broken.jar"), "PK no more");
        assertRefused(plugins.resolve("broken.jar") + " is no jar that can be read: zip END header not found.");
    }

    @Test
    void aJarWithoutTheClassThatItNamesIsTold() throws IOException {
        jar("acme.jar", "com.acme.Missing", compiled(Files.readString(SOURCE)));
        assertRefused(plugins + " holds a plug-in that cannot be loaded: " + ProviderFactory.class.getName()
                + ": Provider com.acme.Missing not found. It may have been built for another version of Ascertain.");
    }

    static Stream<Arguments> misfits() {
        return Stream.of(
                Arguments.of("its constructor fails", "new FakeProviderFactory();", "null; { fake.settings(); }"),
                Arguments.of("a method that it lacks", "return \"acme\";", "throw new AbstractMethodError(\"name\");"),
                Arguments.of(
                        "a class that it lacks", "return fake.resourceTypes();", "throw new NoClassDefFoundError();"),
                Arguments.of(
                        "a fault of its own", "return fake.resourceTypes();", "throw new IllegalStateException();"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("misfits")
    void aPluginThatDoesNotFitIsTold(String name, String part, String other) throws IOException {
        String source = Files.readString(SOURCE);
        assertThat(source).contains(part);
        jar("acme.jar", "com.acme.AcmeFactory", compiled(source.replace(part, other)));
        Run run = stage.run("providers");
        assertThat(run.code()).isEqualTo(1);
        assertThat(run.out()).isEmpty();
        assertThat(run.err())
                .startsWith("Error: Plug-in not usable\n\n  ASCERTAIN_PLUGINS: ")
                .contains("It may have been built for another version of Ascertain.")
                .doesNotContain("\tat ");
    }

    @Test
    void twoJarsWithTheSameClassAreNotGuessedBetween() throws IOException {
        byte[] factory = compiled(Files.readString(SOURCE));
        jar("acme-1.0.jar", "com.acme.AcmeFactory # the old one\n", factory);
        jar("acme-1.1.jar", "# the new one\ncom.acme.AcmeFactory", factory);
        assertRefused(plugins.resolve("acme-1.0.jar") + " and " + plugins.resolve("acme-1.1.jar")
                + " both hold the provider com.acme.AcmeFactory. Remove one of them.");
    }

    @Test
    void twoJarsWithProvidersOfOneNameAreNotGuessedBetween() throws IOException {
        String source = Files.readString(SOURCE);
        jar("a.jar", "com.acme.AcmeFactory", compiled(source));
        String other = source.replace("package com.acme;", "package com.other;").replace("com.acme", "com.other");
        jar("b.jar", "com.other.AcmeFactory", compiled(other), "com/other/AcmeFactory.class");
        assertRefused(plugins.resolve("a.jar") + " and " + plugins.resolve("b.jar")
                + " both hold a provider called acme. Remove one of them.");
    }

    @Test
    void aPluginDoesNotTakeTheNameOfAProviderThatIsThere() throws IOException {
        stage = new Stage(folder);
        stage.environment.put("ASCERTAIN_PLUGINS", "plugins");
        String source = Files.readString(SOURCE).replace("return \"acme\";", "return \"fake\";");
        jar("acme.jar", "com.acme.AcmeFactory", compiled(source));
        assertRefused(plugins.resolve("acme.jar") + " holds a provider called fake, and Ascertain brings one of that"
                + " name along. Remove the plug-in.");
    }

    @Test
    void twoOfTheSameTypeAreNotGuessedBetween() throws IOException {
        byte[] factory = compiled(Files.readString(SOURCE));
        stage = new Stage(folder);
        stage.environment.put("ASCERTAIN_PLUGINS", "plugins");
        jar("acme.jar", "com.acme.AcmeFactory", factory);
        assertRefused("fake and acme both have a type called fake_verification. Remove one of the plug-ins.");
    }

    private void assertRefused(String detail) {
        for (String command : List.of("plan", "providers", "validate")) {
            assertThat(stage.run(command))
                    .isEqualTo(new Run(1, "", "Error: Plug-in not usable\n\n  ASCERTAIN_PLUGINS: " + detail + "\n"));
        }
    }

    private void jar(String name, String provider, byte[] factory) throws IOException {
        jar(name, provider, factory, CLASS);
    }

    private void jar(String name, String provider, byte[] factory, String path) throws IOException {
        try (var jar = new JarOutputStream(Files.newOutputStream(plugins.resolve(name)))) {
            jar.putNextEntry(new JarEntry(SERVICE));
            jar.write(provider.getBytes(StandardCharsets.UTF_8));
            jar.putNextEntry(new JarEntry(path));
            jar.write(factory);
        }
    }

    private byte[] compiled(String source) throws IOException {
        Path file = Files.writeString(folder.resolve("AcmeFactory.java"), source);
        String path = source.contains("package com.other;") ? "com/other/AcmeFactory.class" : CLASS;
        int failed = ToolProvider.getSystemJavaCompiler()
                .run(null, null, null, "-proc:none", "-d", folder.toString(), "-cp", classPath(), file.toString());
        assertThat(failed).isZero();
        return Files.readAllBytes(folder.resolve(path));
    }

    private static String classPath() {
        return System.getProperty("java.class.path");
    }
}
