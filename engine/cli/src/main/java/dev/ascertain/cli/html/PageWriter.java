package dev.ascertain.cli.html;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.TemplateException;
import gg.jte.output.WriterOutput;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** Writes a page with the templates, which the build has compiled. */
public final class PageWriter {
    private PageWriter() {}

    /**
     * Writes the page in UTF-8, as it is made; the stream stays open.
     *
     * @throws IOException if the stream refuses
     */
    public static void write(Page page, OutputStream stream) throws IOException {
        var out = new BufferedWriter(new OutputStreamWriter(stream, StandardCharsets.UTF_8), 1 << 16);
        var templates = TemplateEngine.createPrecompiled(
                null, ContentType.Html, PageWriter.class.getClassLoader(), PageWriter.class.getPackageName());
        try {
            templates.render("page.jte", Map.of("page", page, "assets", Assets.load()), new WriterOutput(out));
        } catch (TemplateException failed) {
            if (failed.getCause() instanceof UncheckedIOException refused) {
                throw refused.getCause();
            }
            throw failed;
        }
        out.flush();
    }
}
