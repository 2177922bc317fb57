package dev.klp.cli;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/** Names of files on the command line. */
final class FileArguments {
    private FileArguments() {}

    /**
     * The files of these names.
     *
     * @throws ParameterException if one cannot be the name of a file
     */
    static List<Path> paths(ParseResult arguments, String[] texts) {
        List<Path> paths = new ArrayList<>();
        for (String text : texts) {
            paths.add(path(arguments, text));
        }
        return paths;
    }

    /**
     * The file of this name.
     *
     * @throws ParameterException if it cannot be the name of a file
     */
    static Path path(ParseResult arguments, String text) {
        if (text.isEmpty()) {
            throw new ParameterException(arguments.commandSpec().commandLine(), "'' cannot be the name of a file");
        }
        try {
            return Path.of(text);
        } catch (InvalidPathException e) {
            throw new ParameterException(
                    arguments.commandSpec().commandLine(),
                    "'" + text + "' cannot be the name of a file: " + e.getReason());
        }
    }
}
