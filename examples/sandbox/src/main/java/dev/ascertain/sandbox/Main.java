package dev.ascertain.sandbox;

import dev.ascertain.sandbox.section.ScenarioException;
import java.io.IOException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The sandbox on its own: prints what to export, and serves until it is stopped. */
final class Main {
    private static final String USAGE = """
            Usage: run [--scenario FILE] [--port N] [--log FILE]

            Puts Cloudflare and Huawei Cloud Live on this machine, with a DNS and a web if the
            scenario has them, and prints the variables that point a run at them. Ctrl-C stops it.

              --scenario FILE   what the clouds know and how it changes; see README.md
              --port N          where to listen on 127.0.0.1 (default: a free port)
              --log FILE        one line for each request: time, vendor, method, path, status
            """;
    private static final int FAILED = 1;
    private static final int USED_WRONGLY = 64;

    /** @param port 0 for a free one */
    private record Options(
            Path scenario, int port, @Nullable Path log) {}

    private Main() {}

    public static void main(String[] arguments) {
        if (List.of(arguments).contains("--help")) {
            System.out.print(USAGE);
            return;
        }
        try {
            serve(options(new ArrayDeque<>(List.of(arguments))), System.out);
        } catch (IllegalArgumentException e) {
            fail(e.getMessage() + "\n\n" + USAGE, USED_WRONGLY);
        } catch (ScenarioException e) {
            fail(String.valueOf(e.getMessage()), FAILED);
        } catch (IOException e) {
            fail("Could not read or write " + e.getMessage() + ".", FAILED);
        } catch (RuntimeException e) {
            fail("Could not start: " + e.getMessage(), FAILED);
        }
    }

    private static Options options(Deque<String> arguments) {
        Path scenario = null;
        Path log = null;
        int port = 0;
        while (!arguments.isEmpty()) {
            var option = arguments.pop();
            var value = arguments.poll();
            if (value == null) {
                throw new IllegalArgumentException(option + " needs a value.");
            }
            switch (option) {
                case "--scenario" -> scenario = Path.of(value);
                case "--log" -> log = Path.of(value);
                case "--port" -> port = port(value);
                default -> throw new IllegalArgumentException("Unknown option " + option + ".");
            }
        }
        if (scenario == null) {
            throw new IllegalArgumentException("--scenario is missing.");
        }
        return new Options(scenario, port, log);
    }

    private static int port(String text) {
        if (!text.matches("\\d{1,5}") || Integer.parseInt(text) > 65535) {
            throw new IllegalArgumentException("--port wants a number from 0 to 65535, not " + text + ".");
        }
        return Integer.parseInt(text);
    }

    // The sandbox and the log's writer live as long as the process.
    @SuppressWarnings("resource")
    private static void serve(Options options, PrintStream out) throws IOException {
        var log = options.log() == null
                ? new PrintWriter(PrintWriter.nullWriter())
                : new PrintWriter(Files.newBufferedWriter(options.log(), StandardCharsets.UTF_8), true);
        var sandbox = Sandbox.start(
                Scenario.read(options.scenario()),
                Clock.systemUTC(),
                options.port(),
                exchange -> log.println(exchange.line()));
        Runtime.getRuntime().addShutdownHook(new Thread(sandbox::close));
        sandbox.environment().forEach((name, value) -> out.println("export " + name + "='" + value + "'"));
        out.println("# The sandbox listens on " + sandbox.address() + ". Ctrl-C stops it.");
        out.flush();
    }

    private static void fail(String message, int status) {
        System.err.println(message);
        System.exit(status);
    }
}
