package dev.klp.kernel.index;

import dev.klp.kernel.IndexedSource;
import dev.klp.kernel.SourceKind;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/** Reads what an index was made from. */
record SourceTable(Region region, Strings strings) {
    List<IndexedSource> all() {
        List<IndexedSource> sources = new ArrayList<>(region.size() / SourceRecord.BYTES);
        for (int at = 0; at + SourceRecord.BYTES <= region.size(); at += SourceRecord.BYTES) {
            sources.add(source(at));
        }
        return sources;
    }

    private IndexedSource source(int at) {
        SourceKind kind = SourceRecord.kind(region.i32(at + SourceRecord.KIND));
        if (kind == null) {
            throw region.file().damaged(region.offset() + at, "a source is of no known kind");
        }
        String path = strings.get(region.i32(at + SourceRecord.FOLDER)) + "/"
                + strings.get(region.i32(at + SourceRecord.FILE));
        byte[] sha256 = new byte[SourceRecord.SHA256_BYTES];
        region.copy(at + SourceRecord.SHA256, sha256.length, sha256, 0);
        return new IndexedSource(
                kind, path, region.i64(at + SourceRecord.SIZE), HexFormat.of().formatHex(sha256));
    }
}
