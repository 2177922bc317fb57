package dev.klp.kernel.indexer;

import dev.klp.kernel.btf.Btf;
import dev.klp.kernel.btf.BtfFormatException;
import dev.klp.kernel.btf.BtfKind;
import dev.klp.kernel.index.NamePool;
import dev.klp.kernel.index.TypeContents;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Lists the functions and variables in BTF, so that the index finds them by name. */
final class TypeIndexer {
    private TypeIndexer() {}

    /** The types of vmlinux, kept as they are so that every module's can be read against them in place. */
    static TypeContents vmlinux(Btf btf, byte[] bytes, NamePool pool) throws BtfFormatException {
        Names names = names(btf);
        return TypeContents.plain(bytes, pool, names.names(), names.ids());
    }

    /** The types of a module; none if they stand on those of a vmlinux that isn't there, or don't on one that is. */
    static Optional<TypeContents> module(String file, byte[] bytes, @Nullable Btf base, NamePool pool)
            throws BtfFormatException {
        ByteBuffer view = ByteBuffer.wrap(bytes);
        if (Btf.isSplit(file, view) == (base == null)) {
            return Optional.empty();
        }
        Names names = names(base == null ? Btf.parse(file, view) : Btf.parse(file, view, base));
        return Optional.of(TypeContents.deflated(bytes, pool, names.names(), names.ids()));
    }

    private record Names(List<String> names, int[] ids) {}

    private static Names names(Btf btf) throws BtfFormatException {
        List<String> names = new ArrayList<>();
        int[] ids = new int[64];
        for (int id = btf.firstId(); id < btf.endId(); id++) {
            BtfKind kind = btf.kind(id);
            if (kind == BtfKind.FUNC || kind == BtfKind.VAR) {
                if (names.size() == ids.length) {
                    ids = Arrays.copyOf(ids, ids.length * 2);
                }
                ids[names.size()] = id;
                names.add(btf.name(id));
            }
        }
        return new Names(names, Arrays.copyOf(ids, names.size()));
    }
}
