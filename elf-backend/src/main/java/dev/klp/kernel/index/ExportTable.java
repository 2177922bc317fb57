package dev.klp.kernel.index;

import dev.klp.kernel.Export;
import dev.klp.kernel.index.IndexFormat.Part;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;

/** Finds exports by name, in place. */
final class ExportTable {
    private final Region records;
    private final Strings strings;
    private final NameTable names;

    ExportTable(MappedFile file, Strings strings, NameTable names) {
        this.records = file.region(Part.EXPORTS);
        this.strings = strings;
        this.names = names;
    }

    /** The exports of a name, given by number and text. */
    List<Export> of(int name, String text) {
        int low = 0;
        int high = records.size() / ExportRecord.BYTES;
        int count = high;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (nameAt(middle) < name) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        List<Export> found = new ArrayList<>(1);
        for (int i = low; i < count && nameAt(i) == name; i++) {
            found.add(export(i, text));
        }
        return found;
    }

    /** Every export, sorted by name. */
    List<Export> all() {
        List<Export> found = new ArrayList<>();
        for (int i = 0; i < records.size() / ExportRecord.BYTES; i++) {
            found.add(export(i, names.name((int) nameAt(i))));
        }
        return found;
    }

    private long nameAt(int index) {
        return records.u32((long) index * ExportRecord.BYTES + ExportRecord.NAME);
    }

    private Export export(int index, String symbol) {
        long at = (long) index * ExportRecord.BYTES;
        int flags = records.i32(at + ExportRecord.FLAGS);
        return new Export(
                symbol,
                strings.get(records.i32(at + ExportRecord.EXPORTER)),
                (flags & ExportRecord.GPL_ONLY) != 0,
                strings.get(records.i32(at + ExportRecord.NAMESPACE)),
                (flags & ExportRecord.HAS_CRC) != 0
                        ? OptionalLong.of(records.u32(at + ExportRecord.CRC))
                        : OptionalLong.empty());
    }
}
