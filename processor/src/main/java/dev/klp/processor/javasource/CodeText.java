package dev.klp.processor.javasource;

import dev.klp.templates.model.RelativePath;
import dev.klp.templates.model.SourceLine;
import java.util.List;

/**
 * C text of a literal as a file of its own. Its lines follow each other as those of the Java file do, but for escapes: behind
 * {@code \n}, and where a line of Java goes on in the next one, a directive says where the compiler is again.
 */
public final class CodeText {
    private final RelativePath file;
    private final StringBuilder text = new StringBuilder();
    private boolean inComment;
    private boolean continued;

    private CodeText(RelativePath file) {
        this.file = file;
    }

    /** The text, behind a directive for its first line that is not part of it. */
    public static String of(JavaLiteral literal, RelativePath file) {
        CodeText code = new CodeText(file);
        List<String> lines = List.of(literal.value().split("\n", -1));
        int expected = literal.lines().get(0);
        for (int i = 0; i < lines.size(); i++) {
            int line = literal.lines().get(i);
            boolean nothing = i == lines.size() - 1 && lines.get(i).isEmpty();
            if (!nothing) {
                expected = code.add(lines.get(i), line, expected);
            }
        }
        return code.text.toString();
    }

    /** Returns for which line the compiler takes the one behind this. */
    private int add(String content, int line, int expected) {
        // In a comment or in the middle of a line of C, a directive would be none.
        boolean canSay = !inComment && !continued;
        int shown = expected;
        if (line != expected && canSay) {
            text.append(new SourceLine(file, line).directive());
            shown = line;
        }
        text.append(content).append('\n');
        continued = content.endsWith("\\");
        read(content);
        return shown + 1;
    }

    /** Whether the line ends within a comment. */
    private void read(String content) {
        char quote = 0;
        for (int i = 0; i < content.length(); i++) {
            char c = content.charAt(i);
            if (inComment) {
                inComment = !content.startsWith("*/", i);
                i += inComment ? 0 : 1;
            } else if (quote != 0) {
                i += c == '\\' ? 1 : 0;
                quote = c == quote ? 0 : quote;
            } else if (content.startsWith("//", i)) {
                return;
            } else if (content.startsWith("/*", i)) {
                inComment = true;
                i++;
            } else if (c == '"' || c == '\'') {
                quote = c;
            }
        }
    }
}
