package dev.ascertain.cli.command;

import dev.ascertain.cli.terminal.Surroundings;
import dev.ascertain.cli.view.ExitCode;
import dev.ascertain.core.file.AtomicFile;
import dev.ascertain.core.manifest.Account;
import dev.ascertain.core.manifest.Configuration;
import dev.ascertain.core.observe.Lookout;
import dev.ascertain.core.observe.Lookout.Gathering;
import dev.ascertain.evidence.Evidence;
import dev.ascertain.evidence.EvidenceJson;
import dev.ascertain.evidence.Witness;
import dev.ascertain.spi.RunContext;
import dev.ascertain.spi.Settings;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Whether the world is looked at beside the providers, and what becomes of what is seen. */
final class EvidenceOptions {
    /** For which verifications evidence is gathered. */
    enum Extent {
        none,
        unmet,
        all
    }

    private final Extent usual;

    @Nullable Extent extent;

    @Nullable Path out;

    @Nullable Path in;

    private Evidence replayed = Evidence.NONE;

    /** @param usual what holds where nothing is said */
    EvidenceOptions(Extent usual) {
        this.usual = usual;
    }

    void tell(Syntax syntax) {
        syntax.value(
                        "--evidence EXTENT",
                        Extent.class,
                        "Look at DNS, web and certificates for what is unmet, for all, or for none (default: %s)."
                                .formatted(usual),
                        given -> extent = given)
                .value(
                        "--evidence-out FILE",
                        Path.class,
                        "Save what was seen, as JSON; also when the run is stopped.",
                        given -> out = given)
                .value(
                        "--evidence-in FILE",
                        Path.class,
                        "Look at nothing, and judge by what was saved; times to live count from when it was seen."
                                + " Not for ascertain apply.",
                        given -> in = given);
    }

    /** What is to be read, beside what the command was given. */
    Optional<Path> source() {
        return Optional.ofNullable(in);
    }

    /**
     * @throws Ending if evidence would take the place of what is to be read
     */
    void spare(Spared spared) {
        spared.require("--evidence-out", out, "evidence is saved beside it, such as evidence.json");
    }

    /**
     * Tells before anything is asked what would fail in the end, and reads what is to be replayed.
     *
     * @throws Ending if the options exclude each other, or a file cannot be written or read
     */
    void check(Session session) {
        if (in != null && extent != null) {
            throw Ending.of(
                    ExitCode.USAGE,
                    "Invalid options",
                    "--evidence and --evidence-in exclude each other: what was saved is judged by as it is.");
        }
        if (out != null) {
            ReportOptions.requireWritable(session.resolved(out), "Evidence");
        }
        if (in != null) {
            replayed = SavedEvidence.read(session.resolved(in));
        }
    }

    /**
     * @throws Ending if what is asked for would rest on an old look
     */
    void requireFresh() {
        if (in != null) {
            throw Ending.of(
                    ExitCode.USAGE,
                    "Invalid options",
                    "--evidence-in belongs to ascertain plan: what apply asks for must rest on a fresh look.");
        }
    }

    /** What was read to be judged by; {@link Evidence#NONE} if nothing was. */
    Evidence replayed() {
        return replayed;
    }

    /** Who looks, once there is something to look at. */
    Onlooker onlooker(Session session, Configuration configuration, RunContext context) {
        Surroundings surroundings = session.surroundings();
        Account internet = configuration.internet();
        Settings settings =
                internet == null ? new Settings(Configuration.INTERNET, Map.of(), Map.of()) : internet.settings();
        return new Onlooker(
                session.view(),
                surroundings.clock(),
                () -> surroundings.outlook().open(settings, context));
    }

    Lookout lookout(Onlooker onlooker) {
        if (in != null) {
            Witness replay = (_, _) -> replayed;
            return new Lookout(replay, Gathering.ALL);
        }
        return new Lookout(
                onlooker,
                switch (extent == null ? usual : extent) {
                    case none -> Gathering.NONE;
                    case unmet -> Gathering.UNMET;
                    case all -> Gathering.ALL;
                });
    }

    /**
     * Saves what was seen, if that is wanted.
     *
     * @throws Ending if it cannot be written
     */
    void save(Onlooker onlooker, Session session) {
        if (out == null) {
            return;
        }
        Path file = session.resolved(out);
        Evidence seen = in == null ? onlooker.seen() : replayed;
        Evidence dated = seen.isEmpty() ? nothing(session) : seen;
        try {
            AtomicFile.write(file, stream -> EvidenceJson.write(dated, stream));
        } catch (IOException refused) {
            throw ReportOptions.notWritten(file, "Evidence", refused);
        }
    }

    private static Evidence nothing(Session session) {
        return new Evidence(
                session.surroundings().clock().instant(), List.of(), Map.of(), Map.of(), Map.of(), Map.of());
    }
}
