package dev.klp.processor;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** What {@code -A} options there are; the documentation's table is made of it. */
enum Option {
    SOURCES(
            "klp.sources",
            "folder",
            "",
            "Where C files are looked for that are neither beside the Java source nor on the class path: below the"
                    + " folder of the type's package in it, then in the folder itself."),
    KERNEL(
            "klp.kernel",
            "kernels, separated by commas",
            "",
            "The kernels that every patch is checked against. Each is an index file, something to index (`vmlinuz`, a folder"
                    + " of modules), or the release of a kernel that the cache holds; a relative path starts from"
                    + " `klp.basedir`."),
    RELEASED(
            "klp.released",
            "folder",
            "",
            "A folder with the manifests (`klp/<module>.json` beside each generated tree) of patches that may be loaded before:"
                    + " what a new one would drop, and states that go back, are then reported."),
    BASEDIR(
            "klp.basedir",
            "absolute folder",
            "",
            "What relative paths in other options start from; usually `${project.basedir}`. The compiler's working"
                    + " directory is not used: in an editor it is any."),
    VERBOSE("klp.verbose", "true or false", "false", "Whether a note says for each patch what was generated."),
    DEBUG(
            "klp.debug",
            "true or false",
            "false",
            "Whether the message about a defect of the processor ends with a stack trace.");

    private final String key;
    private final String type;
    private final String unset;
    private final String doc;

    Option(String key, String type, String unset, String doc) {
        this.key = key;
        this.type = type;
        this.unset = unset;
        this.doc = doc;
    }

    /** The option's name behind {@code -A}. */
    String key() {
        return key;
    }

    static List<String> keys() {
        return Arrays.stream(values()).map(Option::key).toList();
    }

    static Optional<Option> of(String key) {
        return Arrays.stream(values()).filter(option -> option.key.equals(key)).findFirst();
    }

    /** All options as a Markdown table. */
    static String markdownTable() {
        return Arrays.stream(values())
                .map(Option::row)
                .collect(Collectors.joining("\n", "| Option | Value | Default | Meaning |\n|---|---|---|---|\n", "\n"));
    }

    private String row() {
        return "| `-A" + key + "` | " + type + " | " + (unset.isEmpty() ? "none" : "`" + unset + "`") + " | " + doc
                + " |";
    }
}
