package dev.klp.livepatch.patch;

import dev.klp.elf.ElfFormatException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What is known of an array of {@code struct klp_object} or {@code struct klp_func}. Their first members never changed since
 * livepatching has its present form; what follows is the kernel's own, differs between versions and configurations, and is empty
 * in a module's data. So the distance between two entries is the one at which every pointer of the array falls on a known member.
 *
 * @param pointers the offsets of the pointers that an entry may have, in words of the machine
 * @param usualWords the size of an entry on 64-bit kernels of 6.1 in words, taken if the pointers allow it
 */
record ArrayShape(List<Integer> pointers, int usualWords) {
    /** {@code klp_object}: name, funcs, and the four callbacks. */
    static final ArrayShape OBJECTS = new ArrayShape(List.of(0, 1, 2, 3, 4, 5), 21);
    /** {@code klp_func}: old_name, new_func. The number after them is old_sympos. */
    static final ArrayShape FUNCTIONS = new ArrayShape(List.of(0, 1), 19);
    /** No version's entry has fewer words: three named members and an embedded {@code struct kobject}. */
    private static final int FEWEST_WORDS = 8;

    /** Which words of an entry tell that it is not the empty one at the end. */
    private static final int LAST_TELLING_WORD = 2;

    private static final int MOST_CANDIDATES = 16;

    /**
     * The entries of the array that begins at a place, or null if no distance between entries fits its pointers.
     */
    @Nullable
    EntryArray entries(ModuleData data, DataPlace start) throws ElfFormatException {
        long known = data.endOfObject(start);
        long end = known >= 0 ? known : ModuleData.endOfSection(start);
        EntryArray unterminated = null;
        for (long size : candidates(data, start, end)) {
            EntryArray array = entries(data, start, end, size, known >= 0);
            if (array != null && array.terminated()) {
                return array;
            }
            unterminated = unterminated == null ? array : unterminated;
        }
        return unterminated;
    }

    private Set<Long> candidates(ModuleData data, DataPlace start, long end) throws ElfFormatException {
        long word = data.pointerBytes();
        Set<Long> sizes = new LinkedHashSet<>();
        sizes.add(usualWords * word);
        for (long offset :
                data.pointers(start.section()).subMap(start.offset(), end).keySet()) {
            if (sizes.size() >= MOST_CANDIDATES || !data.mayGoOn()) {
                break;
            }
            for (long size : new long[] {offset - start.offset(), offset - start.offset() - word}) {
                if (size >= FEWEST_WORDS * word && size % word == 0) {
                    sizes.add(size);
                }
            }
        }
        return sizes;
    }

    private @Nullable EntryArray entries(ModuleData data, DataPlace start, long end, long size, boolean endIsKnown)
            throws ElfFormatException {
        List<DataPlace> entries = new ArrayList<>();
        DataPlace entry = start;
        while (entry.offset() + size <= end && data.mayGoOn() && !isEmpty(data, entry)) {
            entries.add(entry);
            entry = entry.plus(size);
        }
        boolean terminated = entry.offset() + size <= end && data.mayGoOn();
        long limit = endIsKnown ? end : terminated ? entry.offset() + size : entry.offset();
        for (long offset :
                data.pointers(start.section()).subMap(start.offset(), limit).keySet()) {
            long inEntry = (offset - start.offset()) % size;
            if (!data.mayGoOn()
                    || inEntry % data.pointerBytes() != 0
                    || !pointers.contains((int) (inEntry / data.pointerBytes()))) {
                return null;
            }
        }
        return new EntryArray(entries, terminated);
    }

    /** As {@code klp_for_each_object_static} and {@code klp_for_each_func_static} see it: include/linux/livepatch.h. */
    private boolean isEmpty(ModuleData data, DataPlace entry) throws ElfFormatException {
        for (int word = 0; word <= LAST_TELLING_WORD; word++) {
            DataPlace member = entry.plus((long) word * data.pointerBytes());
            boolean isPointer = pointers.contains(word);
            if (isPointer && data.pointers(member.section()).containsKey(member.offset())) {
                return false;
            }
            if (!isPointer && data.word(member) != 0) {
                return false;
            }
        }
        return true;
    }
}
