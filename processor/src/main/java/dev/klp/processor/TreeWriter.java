package dev.klp.processor;

import com.palantir.javapoet.JavaFile;
import dev.klp.processor.released.Manifest;
import dev.klp.templates.GeneratedFile;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import javax.annotation.processing.Filer;
import javax.lang.model.element.Element;
import javax.tools.StandardLocation;

/**
 * Writes what was generated for one patch. Every file has the patch's type, and nothing else, as its originating element:
 * that is what lets a build tool take a processor for isolating.
 */
final class TreeWriter {
    private final Filer filer;
    private final Element origin;

    TreeWriter(Filer filer, Element origin) {
        this.filer = filer;
        this.origin = origin;
    }

    /** The companion goes first: of all files it alone can meet one that the author wrote. */
    void write(JavaFile companion, String folder, List<GeneratedFile> tree, String manifest) throws IOException {
        companion.writeTo(filer);
        write(folder.substring(0, folder.length() - 1) + Manifest.SUFFIX, manifest);
        for (GeneratedFile file : tree) {
            write(folder + file.path(), file.text());
        }
    }

    private void write(String path, String text) throws IOException {
        // A stream, because a writer would encode as the compilation does.
        try (OutputStream out = filer.createResource(StandardLocation.CLASS_OUTPUT, "", path, origin)
                .openOutputStream()) {
            out.write(text.getBytes(StandardCharsets.UTF_8));
        }
    }
}
