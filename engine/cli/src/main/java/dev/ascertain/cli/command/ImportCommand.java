package dev.ascertain.cli.command;

import dev.ascertain.cli.terminal.Surroundings;
import dev.ascertain.cli.view.ExitCode;
import dev.ascertain.core.diagnostic.Diagnostic;
import dev.ascertain.core.draft.Imported;
import dev.ascertain.core.draft.Importer;
import dev.ascertain.core.draft.ManifestText;
import dev.ascertain.core.draft.Wanted;
import dev.ascertain.core.file.AtomicFile;
import dev.ascertain.core.manifest.Manifests;
import dev.ascertain.core.manifest.OwnAccount;
import dev.ascertain.core.observe.Accounts;
import dev.ascertain.spi.ProviderException;
import dev.ascertain.spi.ProviderException.Kind;
import dev.ascertain.spi.ProviderFactory;
import dev.ascertain.spi.RunContext;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;

/** {@code ascertain import}. */
final class ImportCommand implements Command {
    List<String> names = new ArrayList<>();

    @Nullable Path out;

    boolean force;
    Source source = new Source();
    ScopeOptions scope = new ScopeOptions();
    OutputOptions output = new OutputOptions();

    @Override
    public CommandSpec spec() {
        return Syntax.of(
                        this,
                        "import",
                        "Writes a manifest of what is live: the present state is what is expected. Planning it at once"
                                + " shows no difference. Only reads; no secret is written.")
                .words(
                        "NAME",
                        "Zones or domains, * for anything; all of them if left out, where the provider lists them.",
                        given -> names = given)
                .with(source::tell)
                .value(
                        "--out FILE",
                        Path.class,
                        "Write into this file, whole or not at all; standard output if left out.",
                        given -> out = given)
                .flag("--force", "Overwrite the file if it is there.", given -> force = given)
                .with(scope::tellPace)
                .with(output::tellText)
                .spec();
    }

    @Override
    public ExitCode run(Surroundings surroundings) {
        return Session.run(surroundings, output, this::imported);
    }

    private ExitCode imported(Session session) {
        ProviderFactory factory = source.factory(session);
        var wanted = Wanted.of(names);
        Source.require(factory, wanted);
        RunContext context = session.context(scope.parallelism());
        Path file = out == null ? null : session.resolved(out);
        requireFree(file);
        OwnAccount account = source.account(factory, session);
        Imported imported = read(session, account, wanted, context);
        session.view().diagnostics(Missing.told(imported));
        if (imported.drafts().isEmpty() && !imported.unread().isEmpty()) {
            throw nothing("Nothing of it could be read.");
        }
        if (imported.drafts().isEmpty() && imported.omissions().isEmpty()) {
            throw nothing(factory.title() + " shows this credential nothing that could be imported.");
        }
        write(ManifestText.of(account, imported), file, session);
        return imported.unread().isEmpty() ? ExitCode.OK : ExitCode.ERROR;
    }

    private Imported read(Session session, OwnAccount account, Wanted wanted, RunContext context) {
        Imported imported;
        try (Accounts accounts = Accounts.open(List.of(account.account()), context)) {
            imported = new Importer(context, accounts, session.view()::observing).all(account.account(), wanted);
        } catch (ProviderException failure) {
            throw failure.kind() == Kind.NOT_ASKED
                    ? stopped()
                    : Ending.of(ExitCode.ERROR, "Nothing written", Missing.why(failure));
        }
        if (imported.stopped()) {
            throw stopped();
        }
        return imported;
    }

    private void requireFree(@Nullable Path file) {
        if (file == null || out == null) {
            return;
        }
        Spared.requireName("--out", out, "without --out the manifest goes to standard output");
        ReportOptions.requireWritable(file, "Manifest");
        if (Files.exists(file) && !force) {
            throw nothing("%s is there already. Take another name, or overwrite it with --force.".formatted(out));
        }
    }

    private void write(String manifest, @Nullable Path file, Session session) {
        byte[] bytes = manifest.getBytes(StandardCharsets.UTF_8);
        if (bytes.length > Manifests.MOST_BYTES) {
            throw nothing(
                    "This would be more than %d MiB, the most that a manifest can have. Import it in parts, such as with 'a*', 'b*', and so on."
                            .formatted(Manifests.MOST_BYTES >> 20));
        }
        if (file == null) {
            session.surroundings().out().print(manifest);
            return;
        }
        try {
            AtomicFile.write(file, AtomicFile.Readers.EVERYBODY, stream -> stream.write(bytes));
        } catch (IOException refused) {
            throw ReportOptions.notWritten(file, "Manifest", refused);
        }
        session.view().remark("Wrote %s. Next: ascertain plan %s".formatted(out, out));
        if (Files.notExists(file.resolveSibling(SchemaCommand.FILE))) {
            session.view()
                    .remark("Editors complete and check it by %s beside it, which \"ascertain schema\" writes."
                            .formatted(SchemaCommand.FILE));
        }
    }

    private static Ending nothing(String why) {
        return Ending.of(ExitCode.ERROR, "Nothing written", why);
    }

    private static Ending stopped() {
        return new Ending(
                ExitCode.INTERRUPTED, Diagnostic.error("Nothing written", "The run was stopped before all was read."));
    }
}
