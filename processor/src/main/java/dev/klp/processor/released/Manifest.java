package dev.klp.processor.released;

import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonWriter;
import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** A {@link ReleasedPatch} as JSON: {@code klp/<module>.json} in the class output, beside the patch's tree. */
public final class Manifest {
    /** How the names of manifests end. */
    public static final String SUFFIX = ".json";

    private Manifest() {}

    /** The text of a manifest. The same for the same patch, whenever and wherever it is made. */
    public static String text(ReleasedPatch patch) {
        StringWriter text = new StringWriter();
        try (JsonWriter json = new JsonWriter(text)) {
            json.setIndent("  ");
            json.beginObject();
            json.name("name").value(patch.name());
            json.name("replace").value(patch.replace());
            json.name("functions").beginArray();
            for (ReleasedFunction function : patch.functions()) {
                json.beginObject();
                json.name("object").value(function.object());
                json.name("name").value(function.name());
                json.name("position").value(function.position());
                json.endObject();
            }
            json.endArray().name("states").beginArray();
            for (ReleasedState state : patch.states()) {
                json.beginObject();
                // As text: not every reader of JSON keeps 64 bits of a number.
                json.name("id").value(Long.toUnsignedString(state.id()));
                json.name("version").value(state.version());
                json.endObject();
            }
            json.endArray().name("postUnpatch").beginArray();
            for (String object : patch.postUnpatched()) {
                json.value(object);
            }
            json.endArray().endObject();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.append('\n').toString();
    }

    /**
     * Reads all manifests of a folder, in the order of their names.
     *
     * @throws IOException also for a file that is none; the message names it
     */
    public static List<ReleasedPatch> readAll(Path folder) throws IOException {
        List<ReleasedPatch> patches = new ArrayList<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.filter(path -> path.toString().endsWith(SUFFIX))
                    .sorted()
                    .toList()) {
                patches.add(read(file));
            }
        }
        return patches;
    }

    private static ReleasedPatch read(Path file) throws IOException {
        try (JsonReader json = new JsonReader(new StringReader(Files.readString(file)))) {
            return patch(json);
        } catch (IOException | IllegalStateException | NumberFormatException e) {
            // The library's messages go on with a link on a second line.
            String reason = String.valueOf(e.getMessage()).lines().findFirst().orElse("");
            throw new IOException("'" + file + "' is no manifest of a patch: " + reason, e);
        }
    }

    private static ReleasedPatch patch(JsonReader json) throws IOException {
        String name = "";
        boolean replace = false;
        List<ReleasedFunction> functions = new ArrayList<>();
        List<ReleasedState> states = new ArrayList<>();
        List<String> postUnpatched = new ArrayList<>();
        json.beginObject();
        while (json.hasNext()) {
            switch (json.nextName()) {
                case "name" -> name = json.nextString();
                case "replace" -> replace = json.nextBoolean();
                case "functions" -> list(json, () -> functions.add(function(json)));
                case "states" -> list(json, () -> states.add(state(json)));
                case "postUnpatch" -> list(json, () -> postUnpatched.add(json.nextString()));
                default -> json.skipValue();
            }
        }
        json.endObject();
        if (name.isEmpty()) {
            throw new IOException("it has no name");
        }
        return new ReleasedPatch(name, replace, functions, states, postUnpatched);
    }

    private static ReleasedFunction function(JsonReader json) throws IOException {
        String object = "";
        String name = "";
        int position = 0;
        json.beginObject();
        while (json.hasNext()) {
            switch (json.nextName()) {
                case "object" -> object = json.nextString();
                case "name" -> name = json.nextString();
                case "position" -> position = json.nextInt();
                default -> json.skipValue();
            }
        }
        json.endObject();
        return new ReleasedFunction(object, name, position);
    }

    private static ReleasedState state(JsonReader json) throws IOException {
        long id = 0;
        int version = 0;
        json.beginObject();
        while (json.hasNext()) {
            switch (json.nextName()) {
                case "id" -> id = Long.parseUnsignedLong(json.nextString());
                case "version" -> version = json.nextInt();
                default -> json.skipValue();
            }
        }
        json.endObject();
        return new ReleasedState(id, version);
    }

    private static void list(JsonReader json, Entry entry) throws IOException {
        json.beginArray();
        while (json.hasNext()) {
            entry.read();
        }
        json.endArray();
    }

    /** Reads one entry. */
    private interface Entry {
        void read() throws IOException;
    }
}
