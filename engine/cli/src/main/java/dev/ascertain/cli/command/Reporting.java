package dev.ascertain.cli.command;

import dev.ascertain.cli.post.Post;
import dev.ascertain.cli.post.PostAddress;
import dev.ascertain.cli.report.News;
import dev.ascertain.cli.report.Report;
import dev.ascertain.cli.report.StepSummary;
import dev.ascertain.cli.terminal.Surroundings;
import dev.ascertain.core.diagnostic.Diagnostic;
import dev.ascertain.core.diagnostic.Visible;
import dev.ascertain.core.file.AtomicFile;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Takes each report to its goal: once, at the end. What cannot be sent is told, and fails nothing. */
final class Reporting {
    private final List<Wanted> wanted;
    private final Session session;
    private boolean done;

    Reporting(List<Wanted> wanted, Session session) {
        this.wanted = wanted;
        this.session = session;
    }

    /**
     * Of a run that came to a result.
     *
     * @param news what messages tell of it
     * @throws Ending if one could not be written; the others are
     */
    void write(Report report, News news) {
        done = true;
        if (wanted.isEmpty()) {
            session.view().remark("Neither GitHub Actions nor GitLab CI runs this: --report auto writes nothing.");
        }
        @Nullable Ending refused = null;
        for (Wanted each : wanted) {
            @Nullable Ending failure = each.format().isMessage() ? message(each, news) : file(each, report);
            refused = refused == null ? failure : refused;
        }
        if (refused != null) {
            throw refused;
        }
    }

    /** Of a run that came to no result: only messages tell that. A result that was told is not told again. */
    void tell(News failure) {
        if (!done) {
            done = true;
            wanted.stream().filter(each -> each.format().isMessage()).forEach(each -> message(each, failure));
        }
    }

    private @Nullable Ending file(Wanted each, Report report) {
        return switch (each.goal()) {
            case Goal.InFile(Path given) -> {
                AtomicFile.Content content = out -> each.format().write(report, out);
                AtomicFile.Readers readers = each.format().readers();
                yield attempt(given, file -> AtomicFile.write(file, readers, content));
            }
            case Goal.Appended(Path given) -> attempt(given, file -> StepSummary.append(report, file));
            case Goal.Shown _ -> {
                byte[] text = bytes(out -> each.format().write(report, out));
                session.surroundings().err().print(new String(text, StandardCharsets.UTF_8));
                yield null;
            }
            case Goal.Sent _ -> throw new IllegalStateException("only messages are sent");
        };
    }

    private @Nullable Ending message(Wanted each, News news) {
        if (!news.isWorthTelling()) {
            return spare(each.goal(), news);
        }
        return switch (each.goal()) {
            case Goal.InFile(Path given) ->
                attempt(
                        given,
                        file -> AtomicFile.write(file, out -> each.format().write(news, out)));
            case Goal.Sent(PostAddress address) -> {
                send(address, bytes(out -> each.format().write(news, out)));
                yield null;
            }
            case Goal.Appended _, Goal.Shown _ -> throw new IllegalStateException("messages are written or sent");
        };
    }

    /** An old message is taken away, so that nobody takes it for a new one. */
    private @Nullable Ending spare(Goal goal, News news) {
        String nothing = "Nothing has changed since " + Visible.line(news.comparedWith()) + ": ";
        return switch (goal) {
            case Goal.InFile(Path given) -> {
                session.view().remark(nothing + "there is no message in " + Visible.line(given.toString()) + ".");
                yield attempt(given, Files::deleteIfExists);
            }
            case Goal.Sent(PostAddress address) -> {
                session.view().remark(nothing + "nothing was sent to " + address.host() + ".");
                yield null;
            }
            case Goal.Appended _, Goal.Shown _ -> null;
        };
    }

    private void send(PostAddress address, byte[] json) {
        Surroundings surroundings = session.surroundings();
        var post = new Post("ascertain/" + Version.text(), surroundings.pause(), Post.Limits.USUAL);
        post.send(address, json)
                .ifPresent(fault -> session.view()
                        .undone(Diagnostic.warning(
                                "Message not sent",
                                fault + "\nThe run and its exit code are as they are without it.")));
    }

    /** Something that is done with a file. */
    private interface Deed {
        void on(Path file) throws IOException;
    }

    private @Nullable Ending attempt(Path given, Deed deed) {
        Path file = session.resolved(given);
        try {
            deed.on(file);
            return null;
        } catch (IOException unwritten) {
            return ReportOptions.notWritten(file, "Report", unwritten);
        }
    }

    private static byte[] bytes(AtomicFile.Content content) {
        var out = new ByteArrayOutputStream();
        try {
            content.writeTo(out);
        } catch (IOException impossible) {
            throw new UncheckedIOException("writing to memory failed", impossible);
        }
        return out.toByteArray();
    }
}
