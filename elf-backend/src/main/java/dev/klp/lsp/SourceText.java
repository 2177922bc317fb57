package dev.klp.lsp;

import java.util.ArrayList;
import java.util.List;
import org.eclipse.lsp4j.Position;
import org.eclipse.lsp4j.Range;

/**
 * A document, and the lines that the protocol counts in it: from 0, each ended by CR LF, LF or CR; characters of a line in units of
 * UTF-16, the protocol's default, as Java's are.
 */
final class SourceText {
    private final String text;
    private final List<Integer> lineStarts = new ArrayList<>(List.of(0));

    SourceText(String text) {
        this.text = text;
        for (int i = 0; i < text.length(); i++) {
            char character = text.charAt(i);
            boolean isCrLf = character == '\r' && i + 1 < text.length() && text.charAt(i + 1) == '\n';
            if (character == '\n' || (character == '\r' && !isCrLf)) {
                lineStarts.add(i + 1);
            }
        }
    }

    String text() {
        return text;
    }

    /** The offset of a position; one outside the text becomes the nearest inside, as the protocol wants. */
    int offset(Position position) {
        if (position.getLine() >= lineStarts.size()) {
            return text.length();
        }
        int line = Math.max(position.getLine(), 0);
        int end = line + 1 < lineStarts.size() ? lineStarts.get(line + 1) - 1 : text.length();
        return Math.min(lineStarts.get(line) + Math.max(position.getCharacter(), 0), end);
    }

    Range range(int start, int end) {
        return new Range(position(start), position(end));
    }

    private Position position(int offset) {
        int line = 0;
        while (line + 1 < lineStarts.size() && lineStarts.get(line + 1) <= offset) {
            line++;
        }
        return new Position(line, offset - lineStarts.get(line));
    }
}
