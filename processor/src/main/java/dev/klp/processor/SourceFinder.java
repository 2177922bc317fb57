package dev.klp.processor;

import dev.klp.processor.spec.CodeSpec;
import dev.klp.processor.spec.SourceFiles;
import dev.klp.templates.model.RelativePath;
import dev.klp.templates.model.SourceFile;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.annotation.processing.Filer;
import javax.tools.JavaFileManager.Location;
import javax.tools.StandardLocation;
import org.jspecify.annotations.Nullable;

/**
 * Looks C files up for the patches of one package: beside the Java source, on the class path and in the class output
 * (which is where {@code src/main/resources} goes), each below the package's folder, because two packages may have files
 * of one name; then in the folder of {@code klp.sources}, below the package's folder and directly.
 */
final class SourceFinder implements SourceFiles {
    private final Filer filer;
    private final String packageName;
    private final @Nullable Path folder;
    private final CodeFinder code;
    private final Map<RelativePath, Lookup> known = new HashMap<>();

    /**
     * @param folder that of {@code klp.sources}
     * @param code finds text in Java files
     */
    SourceFinder(Filer filer, String packageName, @Nullable Path folder, CodeFinder code) {
        this.filer = filer;
        this.packageName = packageName;
        this.folder = folder;
        this.code = code;
    }

    @Override
    public SourceFile of(CodeSpec spec) {
        return code.find(spec);
    }

    @Override
    public Lookup find(RelativePath path) {
        return known.computeIfAbsent(path, this::lookUp);
    }

    private Lookup lookUp(RelativePath path) {
        String below = packageName.isEmpty() ? path.text() : packageName.replace('.', '/') + "/" + path;
        List<String> places = new ArrayList<>();
        List<Place> order = new ArrayList<>(List.of(
                new Place("on the source path", below, () -> open(StandardLocation.SOURCE_PATH, path)),
                new Place("on the class path", below, () -> open(StandardLocation.CLASS_PATH, path)),
                new Place("in the class output", below, () -> open(StandardLocation.CLASS_OUTPUT, path))));
        if (folder != null) {
            order.add(file(folder, below));
            if (!packageName.isEmpty()) {
                order.add(file(folder, path.text()));
            }
        }
        for (Place place : order) {
            Lookup lookup = read(place);
            if (!(lookup instanceof Missing)) {
                return lookup;
            }
            places.add(place.description());
        }
        return new Missing(places, help(below));
    }

    private static Place file(Path folder, String below) {
        Path file = folder.resolve(below);
        return new Place("in -A" + Option.SOURCES.key(), below, file.toString(), () -> Files.newInputStream(file));
    }

    private String help(String below) {
        return folder == null
                ? "put it beside the Java source and give the compiler -sourcepath, or name its folder by the line -A"
                        + Option.SOURCES.key() + "=${project.basedir}/src/main/c (Maven) or another absolute path"
                : "put it at one of these places, best at '" + folder.resolve(below) + "'";
    }

    private static Lookup read(Place place) {
        byte[] bytes;
        try (InputStream stream = place.content().open()) {
            bytes = stream.readAllBytes();
        } catch (FileNotFoundException | NoSuchFileException e) {
            return new Missing(List.of(), "");
        } catch (IOException e) {
            return new Unreadable(place.description(), "cannot be read: " + e.getMessage());
        }
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            return new Found(text, place.below());
        } catch (CharacterCodingException e) {
            return new Unreadable(place.description(), "is not UTF-8");
        }
    }

    private InputStream open(Location location, RelativePath path) throws IOException {
        try {
            return filer.getResource(location, packageName, path.text()).openInputStream();
        } catch (IllegalArgumentException e) {
            // ecj: "Unknown location" where the location is not set. javac: the location cannot be read.
            throw (IOException) new FileNotFoundException(location.getName()).initCause(e);
        }
    }

    /**
     * A place to look.
     *
     * @param where what it is part of, as the end of "looked" and of "found"
     * @param below the file's path below a folder of sources
     * @param shown the file's path for a message
     * @param content opens the file there
     */
    private record Place(String where, String below, String shown, Content content) {
        Place(String where, String below, Content content) {
            this(where, below, below, content);
        }

        String description() {
            return where + " for '" + shown + "'";
        }
    }

    /** Opens a file. */
    private interface Content {
        InputStream open() throws IOException;
    }
}
