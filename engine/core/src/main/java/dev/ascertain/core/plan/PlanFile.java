package dev.ascertain.core.plan;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.io.JsonEOFException;
import dev.ascertain.core.diagnostic.Diagnostic;
import dev.ascertain.core.file.AtomicFile;
import dev.ascertain.core.file.FileFault;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Arrays;

/** Plans as files: written whole or not at all, for their owner's eyes, and read back with distrust. */
public final class PlanFile {
    private static final long LARGEST = 512L << 20;
    private static final int BLOCK = 1 << 16;
    private static final String AGAIN = "Make the plan again: ascertain plan --out FILE.";

    private PlanFile() {}

    /**
     * Writes a plan. Equal plans give equal bytes.
     *
     * @throws PlanFault if it cannot be written; a file that was there before stays as it was
     */
    public static void write(Plan plan, Path path) throws PlanFault {
        try {
            AtomicFile.write(path, out -> PlanWriter.write(plan, out));
        } catch (IOException refused) {
            throw new PlanFault(
                    Diagnostic.error(
                            "Plan not saved",
                            "The plan could not be written to %s: %s.\nNo plan file was made there; one that was there before stays as it was."
                                    .formatted(path, FileFault.why(refused))),
                    false);
        }
    }

    /**
     * Notes in the file that an apply of it begins, so that it is not applied again. Call it before the first trigger.
     * Of several that call it at once, in whichever processes, one succeeds.
     *
     * @return the plan as it is in the file now
     * @throws PlanFault if the note is there already or cannot be written: the plan must not be applied then
     */
    public static Plan markApplied(Plan plan, Path path, Instant now) throws PlanFault {
        try {
            AtomicFile.check(path);
            return markLocked(plan, path, now);
        } catch (OverlappingFileLockException _) {
            throw fault(path, "Plan already applied", "is being applied at this moment. " + AGAIN);
        } catch (IOException refused) {
            throw notNoted(path, refused);
        }
    }

    private static Plan markLocked(Plan plan, Path path, Instant now) throws IOException, PlanFault {
        try (FileChannel channel = FileChannel.open(path, StandardOpenOption.READ, StandardOpenOption.WRITE);
                FileLock _ = channel.lock()) {
            // The note replaces the file: whoever waited for the lock of the old one must look at the new one.
            requireUnmarked(plan, read(path), path);
            return mark(plan, path, now);
        }
    }

    private static void requireUnmarked(Plan plan, Plan present, Path path) throws PlanFault {
        if (present.appliedAt() != null) {
            throw fault(path, "Plan already applied", "was applied at " + present.appliedAt() + ". " + AGAIN);
        }
        if (!present.id().equals(plan.id())) {
            throw fault(path, "Plan replaced", "was replaced by another plan meanwhile. Look at that one first.");
        }
    }

    private static Plan mark(Plan plan, Path path, Instant now) throws IOException {
        Plan marked = new Plan(
                plan.id(),
                plan.ascertainVersion(),
                plan.createdAt(),
                plan.expiresAt(),
                plan.files(),
                plan.manifestDigest(),
                plan.complete(),
                plan.changes(),
                now);
        AtomicFile.write(path, out -> PlanWriter.write(marked, out));
        return marked;
    }

    private static PlanFault notNoted(Path path, IOException refused) {
        return new PlanFault(
                Diagnostic.error(
                        "Plan not applied",
                        "Before a plan is applied, that is noted in its file, so that nothing is asked for twice. %s could not be written: %s.\nNothing was triggered. Make the file and its folder writable, or apply a copy elsewhere."
                                .formatted(path, FileFault.why(refused))),
                false);
    }

    /**
     * Reads a plan back.
     *
     * @throws PlanFault if it cannot be read, or is not, or not any more, what Ascertain wrote
     */
    public static Plan read(Path path) throws PlanFault {
        try {
            long size = Files.size(path);
            if (size > LARGEST) {
                throw fault(path, "Plan file too large", "is larger than 512 MiB: no plan that Ascertain writes is.");
            }
            Plan plan = parse(path);
            if (!sealed(path, size)) {
                throw fault(path, "Plan file edited", "was changed after Ascertain wrote it. " + AGAIN);
            }
            return plan;
        } catch (NoSuchFileException missing) {
            throw new PlanFault(
                    Diagnostic.error("Plan file not found", "There is no file %s. ".formatted(path) + AGAIN), false);
        } catch (IOException unreadable) {
            throw new PlanFault(
                    Diagnostic.error(
                            "Plan file not readable",
                            "%s could not be read: %s.".formatted(path, FileFault.why(unreadable))),
                    false);
        }
    }

    private static Plan parse(Path path) throws IOException, PlanFault {
        try (InputStream in = new BufferedInputStream(Files.newInputStream(path), BLOCK)) {
            return PlanReader.read(in);
        } catch (PlanReader.NoPlan _) {
            throw fault(path, "Not a plan file", "is no plan that Ascertain wrote. " + AGAIN);
        } catch (PlanReader.OfAnApply _) {
            throw fault(
                    path,
                    "Report given as a plan",
                    "is the report of an apply, and no plan: it tells what came of one. " + AGAIN);
        } catch (PlanReader.Newer newer) {
            throw fault(
                    path,
                    "Plan file made by a newer Ascertain",
                    "has the format version %s; this version knows 1. Use the Ascertain that made it, or make the plan again."
                            .formatted(newer.getMessage()));
        } catch (PlanReader.Damaged damaged) {
            throw fault(path, "Plan file damaged", "is damaged: it holds " + damaged.getMessage() + ". " + AGAIN);
        } catch (JsonEOFException _) {
            throw fault(path, "Plan file cut", "ends in the middle: it was not copied wholly. " + AGAIN);
        } catch (JsonProcessingException _) {
            throw fault(path, "Plan file damaged", "is damaged: that is no JSON. " + AGAIN);
        }
    }

    /** Whether the last bytes are the seal over all the others. */
    private static boolean sealed(Path path, long size) throws IOException {
        MessageDigest digest = Fingerprint.sha256();
        try (InputStream in = new BufferedInputStream(Files.newInputStream(path), BLOCK)) {
            long left = size - PlanWriter.SEAL_LENGTH;
            while (left > 0) {
                byte[] block = in.readNBytes((int) Math.min(left, BLOCK));
                if (block.length == 0) {
                    return false;
                }
                digest.update(block);
                left -= block.length;
            }
            return Arrays.equals(in.readAllBytes(), PlanWriter.seal(digest.digest()));
        }
    }

    private static PlanFault fault(Path path, String summary, String predicate) {
        return new PlanFault(Diagnostic.error(summary, path + " " + predicate), true);
    }
}
