package dev.ascertain.cli;

import dev.ascertain.cli.terminal.Keyboard;
import dev.ascertain.cli.terminal.Outlet;
import dev.ascertain.cli.terminal.Surroundings;
import dev.ascertain.spi.ProviderFactory;
import dev.ascertain.testkit.FakeProvider;
import dev.ascertain.testkit.FakeProviderFactory;
import dev.ascertain.testkit.FakeTime;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A place to run the whole program in, with a provider that follows a script. */
final class Stage {
    static final String CANARY = "canary-0xdeadbeef";

    final FakeTime time = FakeTime.at("2026-11-22T12:00:00Z");
    final FakeProvider provider = new FakeProvider(time);
    final Map<String, String> environment = new HashMap<>(Map.of("FAKE_TOKEN", CANARY, "LANG", "C.UTF-8"));
    private final Path folder;
    private final List<ProviderFactory> providers;
    private Surroundings.Window window = Surroundings.Window.NONE;
    private String typed = "";

    /** What is seen of the world: nothing, unless a test says so. No test of the whole program asks the real one. */
    Surroundings.Outlook outlook = Surroundings.Outlook.NONE;

    Stage(Path folder) {
        this.folder = folder;
        this.providers = List.of(new FakeProviderFactory(provider));
    }

    /** With other providers than the scripted one. */
    Stage(Path folder, List<ProviderFactory> providers) {
        this.folder = folder;
        this.providers = providers;
    }

    /** What a run came to. */
    record Run(int code, String out, String err) {}

    Stage manifest(String name, String content) {
        try {
            Files.writeString(folder.resolve(name), content);
            return this;
        } catch (IOException refused) {
            throw new UncheckedIOException(refused);
        }
    }

    /** A manifest with one verification of the place {@code a}. */
    Stage manifest() {
        return manifest("a.yaml", "ascertain: 1\nverifications:\n  - {type: fake_verification, name: a, place: a}\n");
    }

    /** With another variable in the environment. */
    Stage with(String name, String value) {
        environment.put(name, value);
        return this;
    }

    Stage types(String line) {
        window = new Surroundings.Window(true, true, true, 80);
        typed = line;
        return this;
    }

    /** A terminal that is so wide. */
    Stage window(int columns) {
        window = new Surroundings.Window(true, true, true, columns);
        return this;
    }

    Run run(String... words) {
        var out = new ByteArrayOutputStream();
        var err = new ByteArrayOutputStream();
        var surroundings = new Surroundings(
                environment::get,
                folder,
                new Keyboard(new ByteArrayInputStream(typed.getBytes(StandardCharsets.UTF_8))),
                new Outlet(out, () -> {}),
                new Outlet(err, () -> {}),
                window,
                time,
                ZoneId.of("UTC"),
                time,
                () -> providers,
                outlook);
        int code = Ascertain.run(surroundings, words);
        return new Run(code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }
}
