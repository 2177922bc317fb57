package dev.klp.kernel.source;

import dev.klp.kernel.KernelFormatException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The lines of a dump of {@code /proc/kallsyms} (kernel/kallsyms.c, {@code s_show}), {@code address type name[\t[module]]}, or of a
 * {@code System.map}, which has the same lines without modules.
 */
public final class KallsymsText {
    private static final String VMLINUX = "vmlinux";
    private static final String STUB = "The real System.map is in ";

    private final TextLines lines;
    private final Map<String, List<AddressLine>> objects = new LinkedHashMap<>();
    private boolean anyAddress;

    private KallsymsText(TextLines lines) {
        this.lines = lines;
    }

    /**
     * The symbols by object, in the order of the file: that of vmlinux first, then each loaded module's. Symbols that no object file
     * has (of BPF programs, ftrace trampolines, kprobes) are left out.
     *
     * @throws KernelFormatException if a line isn't one of these, if every address is zero, or if the file is Debian's stub
     */
    public static Map<String, List<AddressLine>> parse(String file, byte[] content) throws KernelFormatException {
        KallsymsText text = new KallsymsText(new TextLines(file, content));
        text.parse(file);
        return Collections.unmodifiableMap(text.objects);
    }

    private void parse(String file) throws KernelFormatException {
        for (String line = lines.next(); line != null; line = lines.next()) {
            if (line.contains(STUB)) {
                throw new KernelFormatException(
                        file,
                        "is the stub that Debian ships in place of System.map, it holds no symbol: name vmlinuz instead,"
                                + " which has all of them");
            }
            addLine(line);
        }
        if (!anyAddress) {
            throw new KernelFormatException(
                    file,
                    "every address is zero, hidden by the kernel from an unprivileged reader (kernel.kptr_restrict): read"
                            + " /proc/kallsyms as root");
        }
    }

    private void addLine(String line) throws KernelFormatException {
        int space = line.indexOf(' ');
        if (space != 8 && space != 16 || line.length() < space + 4 || line.charAt(space + 2) != ' ') {
            throw lines.malformed("is not 'address type name'");
        }
        long address = address(line, space);
        int tab = line.indexOf('\t', space + 3);
        String name = line.substring(space + 3, tab < 0 ? line.length() : tab);
        if (name.isEmpty() || name.indexOf(' ') >= 0) {
            throw lines.malformed("has no name of a symbol");
        }
        anyAddress |= address != 0;
        String object = object(line, tab);
        if (object != null) {
            objects.computeIfAbsent(object, key -> new ArrayList<>())
                    .add(new AddressLine(address, line.charAt(space + 1), name));
        }
    }

    private long address(String line, int end) throws KernelFormatException {
        long address = 0;
        for (int i = 0; i < end; i++) {
            int digit = Character.digit(line.charAt(i), 16);
            if (digit < 0) {
                throw lines.malformed("does not begin with an address in hex");
            }
            address = address << 4 | digit;
        }
        return address;
    }

    /** The object of a line, or null for one that no object file stands behind. */
    private @Nullable String object(String line, int tab) throws KernelFormatException {
        if (tab < 0) {
            return VMLINUX;
        }
        int close = line.length() - 1;
        if (close < tab + 3 || line.charAt(tab + 1) != '[' || line.charAt(close) != ']') {
            throw lines.malformed("does not name a module in brackets after its tab");
        }
        String module = line.substring(tab + 2, close);
        return module.equals("bpf") || module.startsWith("__builtin__") ? null : module;
    }

    /** Whether a line ends with a module in brackets, as only {@code /proc/kallsyms} has them. */
    static boolean namesModules(byte[] content) {
        for (int i = content.length - 1; i > 1; i--) {
            if (content[i] == '[' && content[i - 1] == '\t') {
                return true;
            }
        }
        return false;
    }
}
