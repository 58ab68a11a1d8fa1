package dev.ascertain.cli.command;

import dev.ascertain.cli.record.RecordFormat;
import dev.ascertain.cli.terminal.Surroundings;
import dev.ascertain.cli.view.ExitCode;
import dev.ascertain.cli.view.RecordsJson;
import dev.ascertain.cli.view.RecordsText;
import dev.ascertain.core.manifest.Configuration;
import dev.ascertain.core.manifest.Selection;
import dev.ascertain.core.plan.PlanResult;
import dev.ascertain.core.publish.Publications;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;

/** {@code ascertain records}. */
final class RecordsCommand implements Command {
    private static final List<String> FORMATS =
            List.of("text", "json", "bind", "terraform", "terraform-dns", "octodns", "dnscontrol");

    List<Path> paths = new ArrayList<>();
    String format = "text";
    boolean missing;
    List<String> zones = new ArrayList<>();

    ScopeOptions scope = new ScopeOptions();
    EvidenceOptions evidence = new EvidenceOptions(EvidenceOptions.Extent.unmet);
    OutputOptions output = new OutputOptions();

    @Override
    public CommandSpec spec() {
        return Syntax.of(
                        this,
                        "records",
                        "Lists everything that must be published for the manifests: what each verification that is not"
                                + " as expected waits for. Records of one name and type are one set.")
                .paths("FILE|FOLDER", "Manifests; the current folder if left out.", given -> paths = given)
                .worded(
                        "--format FORMAT",
                        FORMATS,
                        "text (default), json, bind, terraform (cloudflare_dns_record), terraform-dns (hashicorp/dns),"
                                + " octodns or dnscontrol.",
                        given -> format = given)
                .flag("--missing", "Leave out what is published already.", given -> missing = given)
                .values(
                        "--zone NAME",
                        "A zone that holds some of the names, where no evidence tells. Repeatable.",
                        given -> zones = given)
                .with(scope::tell)
                .with(evidence::tell)
                .with(output::tellText)
                .spec();
    }

    @Override
    public ExitCode run(Surroundings surroundings) {
        evidence.spare(new Spared(surroundings.folder(), paths));
        return Session.run(surroundings, output, this::records);
    }

    private ExitCode records(Session session) {
        requireFormat();
        evidence.check(session);
        int parallelism = scope.parallelism();
        Configuration configuration = session.configuration(paths, scope.recursive);
        Selection selection = scope.selection(configuration);
        PlanResult seen = Survey.of(session, configuration, selection, parallelism, evidence);
        Publications all = Publications.of(seen.plan().changes(), seen.evidence(), zones);
        session.surroundings().out().print(text(session, missing ? all.missing() : all));
        if (seen.interrupted()) {
            return ExitCode.INTERRUPTED;
        }
        return Unread.told(session, seen.plan().changes()) ? ExitCode.ERROR : ExitCode.OK;
    }

    private void requireFormat() {
        if (!FORMATS.contains(format)) {
            throw Ending.of(
                    ExitCode.USAGE,
                    "Unknown format",
                    "--format %s: there are text, json, bind, terraform, terraform-dns, octodns and dnscontrol."
                            .formatted(format));
        }
    }

    private String text(Session session, Publications publications) {
        return switch (format) {
            case "bind" -> RecordFormat.BIND.of(publications);
            case "terraform" -> RecordFormat.TERRAFORM.of(publications);
            case "terraform-dns" -> RecordFormat.TERRAFORM_DNS.of(publications);
            case "octodns" -> RecordFormat.OCTODNS.of(publications);
            case "dnscontrol" -> RecordFormat.DNSCONTROL.of(publications);
            case "json" -> RecordsJson.of(publications);
            default -> RecordsText.of(publications, output.results(session.surroundings()));
        };
    }
}
