package dev.ascertain.cli.command;

import dev.ascertain.cli.view.ExitCode;
import dev.ascertain.core.manifest.Configuration;
import dev.ascertain.core.plan.Plan;
import dev.ascertain.core.plan.PlanFault;
import dev.ascertain.core.plan.PlanFile;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;

/** Which saved plans may be applied. */
final class SavedPlan {
    private static final String BEGIN = "{\"format_version\"";

    private SavedPlan() {}

    /** Whether a path means a saved plan rather than a manifest or a folder of them. */
    static boolean isMeant(Path path) {
        return !Spared.isManifest(path) && (Files.isRegularFile(path) || Files.notExists(path));
    }

    /**
     * Tells a saved plan that is given where manifests belong.
     *
     * @throws Ending if the file is one, by its first bytes
     */
    static void requireNone(Path path) {
        if (Files.isRegularFile(path) && beginsLikeOne(path)) {
            throw Ending.of(
                    ExitCode.USAGE,
                    "Saved plan given as a manifest",
                    "%s: this is a saved plan: use \"ascertain show\" or \"ascertain apply\".".formatted(path));
        }
    }

    private static boolean beginsLikeOne(Path path) {
        try (InputStream in = Files.newInputStream(path)) {
            return new String(in.readNBytes(BEGIN.length()), StandardCharsets.UTF_8).equals(BEGIN);
        } catch (IOException unreadable) {
            return false;
        }
    }

    /**
     * Reads a plan that is to be applied.
     *
     * @throws Ending if it may not be
     */
    static Plan read(Path file, Instant now) {
        Plan plan = readAny(file, ExitCode.REFUSED);
        if (plan.appliedAt() != null) {
            throw refused("Plan already applied", "%s was applied at %s.".formatted(file, plan.appliedAt()));
        }
        if (!plan.expiresAt().isAfter(now)) {
            throw refused(
                    "Plan expired",
                    "%s was made at %s and could be applied until %s."
                            .formatted(file, plan.createdAt(), plan.expiresAt()));
        }
        if (!plan.complete()) {
            throw refused(
                    "Plan not complete",
                    "When %s was made, not all could be asked, or the run was stopped.".formatted(file));
        }
        return plan;
    }

    /**
     * Reads any plan.
     *
     * @param refusal the code for a file that was read and must not be trusted
     */
    static Plan readAny(Path file, ExitCode refusal) {
        try {
            return PlanFile.read(file);
        } catch (PlanFault fault) {
            throw new Ending(fault.refused() ? refusal : ExitCode.ERROR, fault.diagnostic());
        }
    }

    static void requireSameManifests(Plan plan, Configuration configuration) {
        if (!plan.manifestDigest().equals(configuration.digest())) {
            throw refused(
                    "Plan made from other manifests",
                    "What the manifests or their settings say has changed since the plan was made.");
        }
    }

    private static Ending refused(String summary, String why) {
        return Ending.of(
                ExitCode.REFUSED,
                summary,
                why + "\nNothing was triggered. Make a new plan: ascertain plan --out FILE.");
    }
}
