package dev.klp.kernel.index;

import dev.klp.kernel.ObjectKind;
import dev.klp.kernel.SymbolKind;
import dev.klp.kernel.TypeReference;
import dev.klp.kernel.btf.Btf;
import dev.klp.kernel.btf.BtfFormatException;
import dev.klp.kernel.btf.BtfKind;
import dev.klp.kernel.index.IndexFormat.Part;
import java.io.UncheckedIOException;
import java.lang.ref.SoftReference;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import org.jspecify.annotations.Nullable;

/** What BTF says of the functions and variables of one object. */
final class TypeTable {
    private static final int PAIR_BYTES = 2 * Integer.BYTES;

    private final MappedObject object;
    private final Region names;
    /** Several threads may open the same BTF, and each gets a right one. */
    private volatile SoftReference<@Nullable Btf> opened = new SoftReference<>(null);

    TypeTable(MappedObject object) {
        this.object = object;
        this.names = object.index().file().region(Part.TYPE_NAMES);
    }

    /** The types of this name and kind; a module shares those that equal types of vmlinux with it. */
    List<TypeReference> find(int name, SymbolKind kind) {
        if (kind != SymbolKind.FUNCTION && kind != SymbolKind.DATA && kind != SymbolKind.OTHER) {
            return List.of();
        }
        BtfKind wanted = kind == SymbolKind.FUNCTION ? BtfKind.FUNC : BtfKind.VAR;
        List<TypeReference> own = own(name, wanted);
        if (!own.isEmpty() || object.kind() == ObjectKind.VMLINUX) {
            return own;
        }
        MappedObject vmlinux = object.index().mappedVmlinux();
        return vmlinux == null || object.field(ObjectRecord.TYPES_STORED_BYTES) == 0
                ? own
                : vmlinux.types().own(name, wanted);
    }

    private List<TypeReference> own(int name, BtfKind wanted) {
        List<TypeReference> found = new ArrayList<>(1);
        int count = object.field(ObjectRecord.TYPE_NAME_COUNT);
        for (int i = ceiling(name); i < count && nameAt(i) == name; i++) {
            Btf btf = btf();
            int id = names.i32(position(i) + Integer.BYTES);
            if (btf != null && isKind(btf, id, wanted)) {
                found.add(new TypeReference(btf, id));
            }
        }
        return found;
    }

    private static boolean isKind(Btf btf, int id, BtfKind wanted) {
        try {
            return btf.kind(id) == wanted;
        } catch (BtfFormatException e) {
            throw new UncheckedIOException(e);
        }
    }

    private int ceiling(int name) {
        int low = 0;
        int high = object.field(ObjectRecord.TYPE_NAME_COUNT);
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (nameAt(middle) < name) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    private int nameAt(int index) {
        return names.i32(position(index));
    }

    private long position(int index) {
        return (object.field(ObjectRecord.FIRST_TYPE_NAME) + (long) index) * PAIR_BYTES;
    }

    /** The object's BTF, or null if it has none. */
    @Nullable
    Btf btf() {
        Btf known = opened.get();
        if (known == null && object.field(ObjectRecord.TYPES_STORED_BYTES) != 0) {
            known = open();
            opened = new SoftReference<>(known);
        }
        return known;
    }

    private Btf open() {
        String source = object.index().file().path() + " (" + object.name() + ")";
        MappedObject vmlinux =
                object.kind() == ObjectKind.VMLINUX ? null : object.index().mappedVmlinux();
        Btf base = vmlinux == null ? null : vmlinux.types().btf();
        try {
            return base == null ? Btf.parse(source, bytes()) : Btf.parse(source, bytes(), base);
        } catch (BtfFormatException e) {
            throw new UncheckedIOException(e);
        }
    }

    private ByteBuffer bytes() {
        Region types = object.index().file().region(Part.TYPES);
        ByteBuffer stored =
                types.slice(object.longField(ObjectRecord.TYPES_OFFSET), object.field(ObjectRecord.TYPES_STORED_BYTES));
        return object.hasFlag(ObjectRecord.TYPES_DEFLATED) ? inflate(types, stored) : stored;
    }

    private ByteBuffer inflate(Region types, ByteBuffer stored) {
        int size = object.field(ObjectRecord.TYPES_BYTES);
        // Deflate can't make more than 1032 bytes out of one.
        if (size < 0 || size > stored.remaining() * 1032L) {
            throw types.file().damaged(types.offset(), "the types of " + object.name() + " have no possible size");
        }
        byte[] bytes = new byte[size];
        Inflater inflater = new Inflater();
        try {
            inflater.setInput(stored);
            int count = 0;
            while (count < size && !inflater.finished() && !inflater.needsInput()) {
                count += inflater.inflate(bytes, count, size - count);
            }
            if (count == size) {
                return ByteBuffer.wrap(bytes);
            }
        } catch (DataFormatException e) {
            throw types.file()
                    .damaged(types.offset(), "the types of " + object.name() + " do not inflate: " + e.getMessage());
        } finally {
            inflater.end();
        }
        throw types.file().damaged(types.offset(), "the types of " + object.name() + " are cut short");
    }
}
