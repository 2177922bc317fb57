package dev.klp.kernel.btf.declaration;

import dev.klp.kernel.btf.Btf;
import dev.klp.kernel.btf.BtfFormatException;
import dev.klp.kernel.btf.BtfType;
import java.util.ArrayList;
import java.util.List;

/** Makes the layout of one structure or union. Positions are in bits from its start. */
final class LayoutPlan {
    /** From here on a gap is taken for alignment, as to a cache line or a page, and not for a hole. */
    private static final long SMALLEST_ALIGNED = 16;

    private static final long LARGEST_ALIGNED = 1 << 16;

    private final Btf btf;
    private final int id;
    private final BtfType.Composite composite;
    private final List<Placed> fields;
    private final List<CompositeLayout.Item> items = new ArrayList<>();
    private final boolean packed;
    private long position;
    private long alignment = 1;

    /**
     * A member and what decides its place.
     *
     * @param offset where it starts, in bits
     * @param bits the width of a bit-field, or 0
     * @param sizeBytes the size of its type
     * @param alignment the alignment of its type in bytes
     */
    record Placed(BtfType.Member member, long offset, int bits, long sizeBytes, long alignment) {
        boolean isMisplaced() {
            long unit = 8 * alignment;
            return bits == 0 ? offset % unit != 0 : offset % (8 * sizeBytes) + bits > 8 * sizeBytes;
        }
    }

    LayoutPlan(Btf btf, int id, BtfType.Composite composite, List<Placed> fields) {
        this.btf = btf;
        this.id = id;
        this.composite = composite;
        this.fields = fields;
        this.packed = isPacked();
    }

    CompositeLayout layout() throws BtfFormatException {
        long end = 0;
        for (Placed field : fields) {
            if (composite.union()) {
                position = 0;
            }
            if (field.bits() > 0) {
                placeBitfield(field);
            } else {
                place(field);
            }
            if (!packed) {
                alignment = Math.max(alignment, field.alignment());
            }
            end = Math.max(end, position);
        }
        return finish(roundUp(end, 8) / 8);
    }

    private boolean isPacked() {
        long largest = 1;
        for (Placed field : fields) {
            if (field.bits() > 0 && field.sizeBytes() == 0 || field.isMisplaced()) {
                return true;
            }
            largest = Math.max(largest, field.alignment());
        }
        return composite.sizeBytes() % largest != 0;
    }

    private void placeBitfield(Placed field) throws BtfFormatException {
        long unit = 8 * field.sizeBytes();
        boolean crosses = !packed && position % unit + field.bits() > unit;
        if ((crosses ? roundUp(position, unit) : position) != field.offset()) {
            gap(field);
        }
        items.add(new CompositeLayout.Field(field.member(), field.bits(), 0));
        position = field.offset() + field.bits();
    }

    private void place(Placed field) throws BtfFormatException {
        long aligned = 0;
        if (roundUp(position, packed ? 8 : 8 * field.alignment()) != field.offset()) {
            aligned = packed ? 0 : explainingAlignment(position, field.offset(), 8);
            if (aligned <= field.alignment() || aligned < SMALLEST_ALIGNED || composite.sizeBytes() % aligned != 0) {
                aligned = 0;
                gap(field);
            }
        }
        alignment = Math.max(alignment, aligned);
        items.add(new CompositeLayout.Field(field.member(), 0, aligned));
        position = field.offset() + 8 * field.sizeBytes();
    }

    private void gap(Placed field) throws BtfFormatException {
        if (field.offset() < position) {
            throw btf.problem(
                    id,
                    "has the member '" + field.member().name() + "' at bit " + field.offset()
                            + ", before the end of the one in front of it at bit " + position);
        }
        gap(field.offset());
    }

    private void gap(long to) {
        long boundary = Math.min(roundUp(position, 8), to);
        addBits(boundary - position);
        long bytes = (to - boundary) / 8;
        if (bytes > 0) {
            items.add(new CompositeLayout.ByteGap(bytes));
        }
        addBits(to - boundary - 8 * bytes);
        position = to;
    }

    private void addBits(long bits) {
        if (bits > 0) {
            items.add(new CompositeLayout.BitGap((int) bits));
        }
    }

    private CompositeLayout finish(long end) throws BtfFormatException {
        long size = composite.sizeBytes();
        if (end > size) {
            throw btf.problem(id, "has " + size + " bytes, but its members need " + end);
        }
        long aligned = 0;
        if (roundUp(end, alignment) != size) {
            aligned = packed ? 0 : explainingAlignment(end, size, 1);
            if (aligned == 0) {
                position = composite.union() ? 0 : 8 * end;
                gap(8 * size);
            }
            alignment = Math.max(alignment, aligned);
        }
        return new CompositeLayout(List.copyOf(items), packed, aligned, alignment);
    }

    /** The smallest alignment in bytes that moves {@code from} to {@code to}, or 0; {@code unit} is a byte's length. */
    private static long explainingAlignment(long from, long to, long unit) {
        for (long bytes = 2; bytes <= LARGEST_ALIGNED; bytes *= 2) {
            if (roundUp(from, bytes * unit) == to) {
                return bytes;
            }
        }
        return 0;
    }

    private static long roundUp(long value, long unit) {
        return (value + unit - 1) / unit * unit;
    }
}
