package dev.ascertain.cli.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.ascertain.cli.pages.Pages;
import dev.ascertain.cli.pages.Typed;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine.MissingParameterException;

/** Every command on every page is one that this program has, with options that it takes. */
class TypedCommandsTest {
    static List<Typed> commands() throws IOException {
        var commands = new ArrayList<Typed>();
        for (Path page : Pages.all()) {
            commands.addAll(Typed.in(page));
        }
        return commands;
    }

    @Test
    void thereAreCommands() throws IOException {
        assertThat(commands())
                .extracting(Typed::words)
                .contains(
                        List.of("plan", "--quiet", "--fail-on", "blocked,dead,deadline<48h,expires<21d"),
                        List.of("apply", "verification.plan", "--wait", "15m"));
    }

    @ParameterizedTest
    @MethodSource("commands")
    void isUnderstood(Typed typed) {
        assertThatCode(() -> understand(typed)).as(typed.place()).doesNotThrowAnyException();
    }

    private static void understand(Typed typed) {
        try {
            Commands.all().parseArgs(Spelling.gnu(typed.words().toArray(String[]::new)));
        } catch (MissingParameterException shortened) {
            if (typed.whole()) {
                throw shortened;
            }
        }
    }
}
