package dev.klp.kernel.vmlinux;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A form of {@code struct kernel_symbol} ({@code kernel/module/internal.h}, before 5.19 {@code include/linux/export.h}): value, name
 * and, since Linux 5.4, namespace, each a pointer or, with {@code CONFIG_HAVE_ARCH_PREL32_RELOCATIONS} (since 4.19), the signed
 * distance from its own place in 32 bits.
 *
 * @param relative whether it has distances
 * @param fields 3 with a namespace, 2 without
 */
record ExportEntry(boolean relative, int fields) {
    static final List<ExportEntry> FORMS = List.of(
            new ExportEntry(true, 3), new ExportEntry(true, 2), new ExportEntry(false, 3), new ExportEntry(false, 2));

    private static final int LONGEST_NAME = 512;

    /**
     * What the table at {@code range} exports if its entries have this form, or null if they have not: some name is no identifier.
     *
     * @param gplOnly says of which entries it holds, counted from 0
     */
    @Nullable
    List<KernelExport> read(KernelMemory memory, AddressRange range, java.util.function.IntPredicate gplOnly) {
        int width = relative ? Integer.BYTES : memory.format().wordSize();
        int size = fields * width;
        ByteBuffer table = memory.slice(range);
        if (table == null || table.limit() % size != 0) {
            return null;
        }
        List<KernelExport> exports = new ArrayList<>(table.limit() / size);
        for (int i = 0; i < table.limit() / size; i++) {
            int nameAt = i * size + width;
            String name = pointed(memory, range, table, nameAt);
            String namespace = fields == 3 ? pointed(memory, range, table, nameAt + width) : "";
            if (name == null || namespace == null || !isIdentifier(name)) {
                return null;
            }
            exports.add(new KernelExport(name, gplOnly.test(i), namespace));
        }
        return exports;
    }

    /** The text that a field points at, empty for a null pointer. */
    private @Nullable String pointed(KernelMemory memory, AddressRange range, ByteBuffer table, int at) {
        if (relative) {
            int distance = table.getInt(at);
            return distance == 0 ? "" : memory.text(range.start() + at + distance, LONGEST_NAME);
        }
        long address = memory.format().word(table, at);
        return address == 0 ? "" : memory.textAtPointer(address, LONGEST_NAME);
    }

    private static boolean isIdentifier(String name) {
        return !name.isEmpty()
                && name.chars()
                        .allMatch(c -> c < 0x80 && (Character.isLetterOrDigit(c) || c == '_' || c == '.' || c == '$'));
    }
}
