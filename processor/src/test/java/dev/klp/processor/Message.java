package dev.klp.processor;

import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import javax.tools.Diagnostic;
import javax.tools.JavaFileObject;

/**
 * What a compiler said.
 *
 * @param file the file below the compiled folder, empty for none
 * @param line counted from 1, -1 for none
 * @param column counted from 1, -1 for none
 * @param kind the severity in lower case
 * @param text the message, of several lines where it has hints
 */
record Message(String file, long line, long column, String kind, String text) {
    private static final Comparator<Message> ORDER =
            Comparator.comparing(Message::file).thenComparing(Message::line).thenComparing(Message::text);

    /** In the order of the source: two compilers do not report in the same one. */
    static List<Message> sorted(List<Diagnostic<? extends JavaFileObject>> diagnostics, Path in) {
        return diagnostics.stream()
                .map(diagnostic -> of(diagnostic, in))
                // javac says it too, of any option.
                .filter(message -> !message.text().startsWith("The following options were not recognized"))
                .sorted(ORDER)
                .toList();
    }

    private static Message of(Diagnostic<? extends JavaFileObject> diagnostic, Path in) {
        JavaFileObject source = diagnostic.getSource();
        String file = source == null
                ? ""
                : in.relativize(Path.of(source.toUri())).toString().replace('\\', '/');
        String kind = diagnostic.getKind().toString().toLowerCase(Locale.ROOT).replace('_', ' ');
        String text = diagnostic
                .getMessage(Locale.ROOT)
                .replace(in.toString(), "{in}")
                // javac indents all lines but the first.
                .replaceAll("\n +", "\n");
        return new Message(
                file,
                source == null ? -1 : diagnostic.getLineNumber(),
                source == null ? -1 : diagnostic.getColumnNumber(),
                kind,
                text);
    }

    boolean isError() {
        return kind.equals("error");
    }

    boolean isOurs() {
        return text.startsWith("[KLP") || text.startsWith("generated klp/");
    }

    static String print(List<Message> messages) {
        return messages.stream().map(Message::printed).collect(Collectors.joining());
    }

    private String printed() {
        String place = file.isEmpty() ? "" : file + ":" + line + ":" + column + ": ";
        return place + kind + ": " + text + "\n";
    }

    static String withoutColumns(String printed) {
        return printed.replaceAll("(?m)^(\\S+\\.java:\\d+):\\d+: ", "$1: ");
    }
}
