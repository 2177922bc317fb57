package dev.klp.kernel.symvers;

import dev.klp.kernel.KernelFormatException;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/**
 * Reads the lines of {@code scripts/mod/modpost.c:write_dump}: five fields between tabs, namely CRC, symbol, object, kind
 * of export, namespace. Linux 5.4 and 5.5 had the namespace third; before there was none.
 */
final class SymversParser {
    private static final String EXPECTED = "expected CRC, symbol, object, kind of export and namespace between tabs";

    private final String file;
    private final byte[] bytes;
    private int line;

    private SymversParser(String file, byte[] bytes) {
        this.file = file;
        this.bytes = bytes;
    }

    static void parse(String file, byte[] bytes, Map<String, ExportedSymbol> symbols) throws KernelFormatException {
        new SymversParser(file, bytes).parse(symbols);
    }

    private void parse(Map<String, ExportedSymbol> symbols) throws KernelFormatException {
        int start = 0;
        while (start < bytes.length) {
            int end = start;
            while (end < bytes.length && bytes[end] != '\n') {
                end++;
            }
            line++;
            ExportedSymbol symbol = parseLine(start, end);
            symbols.putIfAbsent(symbol.name(), symbol);
            start = end + 1;
        }
        if (line == 0) {
            throw new KernelFormatException(file, "the file is empty; " + EXPECTED);
        }
    }

    private ExportedSymbol parseLine(int start, int end) throws KernelFormatException {
        String[] fields = new String[5];
        int count = 0;
        int from = start;
        for (int i = start; i <= end; i++) {
            if (i == end || bytes[i] == '\t') {
                if (count == fields.length) {
                    throw malformed();
                }
                fields[count++] = new String(bytes, from, i - from, StandardCharsets.UTF_8);
                from = i + 1;
            }
        }
        if (count < 4) {
            throw malformed();
        }
        if (fields[3].startsWith("EXPORT_")) {
            return symbol(fields[0], fields[1], fields[2], fields[3], count == 5 ? fields[4] : "");
        }
        if (count == 5 && fields[4].startsWith("EXPORT_")) {
            return symbol(fields[0], fields[1], fields[3], fields[4], fields[2]);
        }
        throw malformed();
    }

    private ExportedSymbol symbol(String crc, String name, String object, String kind, String namespace)
            throws KernelFormatException {
        if (name.isEmpty() || object.isEmpty()) {
            throw malformed();
        }
        return new ExportedSymbol(name, objectName(object), kind.contains("_GPL"), namespace, parseCrc(crc));
    }

    private long parseCrc(String text) throws KernelFormatException {
        if (!text.startsWith("0x") || text.length() < 3 || text.length() > 10) {
            throw malformed();
        }
        long value = 0;
        for (int i = 2; i < text.length(); i++) {
            int digit = Character.digit(text.charAt(i), 16);
            if (digit < 0) {
                throw malformed();
            }
            value = value << 4 | digit;
        }
        return value;
    }

    /** {@code drivers/i2c/i2c-dev} is the module {@code i2c_dev}: {@code scripts/Makefile.lib:name-fix-token}. */
    private static String objectName(String path) {
        return path.substring(path.lastIndexOf('/') + 1).replace('-', '_');
    }

    private KernelFormatException malformed() {
        return new KernelFormatException(file, "line " + line + ": not a line of a Module.symvers; " + EXPECTED);
    }
}
