package dev.klp.cli;

import java.io.IOException;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** One command of {@code klp}. */
interface Command {
    /**
     * Its name, options and help. Built by hand and not from annotations, because reading those costs a short command more time
     * than its work.
     */
    CommandSpec spec();

    /**
     * Does the work.
     *
     * @return an {@link ExitCode}
     * @throws IOException for whatever the user can mend, such as an unreadable or malformed file; becomes one line and
     *     {@link ExitCode#REFUSED}
     * @throws picocli.CommandLine.ParameterException for arguments that parse but make no sense; becomes {@link ExitCode#USAGE}
     */
    int run(ParseResult arguments, Console console) throws IOException;
}
