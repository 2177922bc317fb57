package dev.klp.livepatch.patch;

import dev.klp.elf.ElfFormatException;
import dev.klp.elf.SectionFlag;
import dev.klp.elf.image.Relocation;
import dev.klp.elf.image.Section;
import dev.klp.elf.image.Symbol;
import dev.klp.livepatch.KernelModule;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Finds {@code struct klp_patch} by what it must hold: its first member points to the module itself, its second to an array of
 * {@code struct klp_object} (include/linux/livepatch.h, since 4.0).
 */
final class PatchReader {
    private static final String THIS_MODULE = "__this_module";
    private static final String THIS_MODULE_SECTION = ".gnu.linkonce.this_module";
    private static final List<String> CALLBACKS = List.of("pre_patch", "post_patch", "pre_unpatch", "post_unpatch");

    private static final int OBJS_WORD = 1;
    private static final int STATES_WORD = 2;
    private static final int REPLACE_WORD = 3;
    private static final int FUNCS_WORD = 1;
    private static final int CALLBACKS_WORD = 2;
    /** {@code struct klp_state}: id, version, and data, which belongs to the callbacks. */
    private static final int STATE_WORDS = 3;

    private static final int MOST_STATES = 4096;

    private final KernelModule module;
    private final ModuleData data;

    PatchReader(KernelModule module) throws ElfFormatException {
        this.module = module;
        this.data = new ModuleData(module);
    }

    PatchSearch read() throws ElfFormatException {
        List<DataPlace> candidates = candidates();
        List<PatchSearch.Found> found = new ArrayList<>();
        for (DataPlace candidate : candidates) {
            PatchSearch.Found patch = patchAt(candidate);
            if (patch != null) {
                found.add(patch);
            }
        }
        if (found.size() == 1) {
            return found.get(0);
        }
        return new PatchSearch.Unknown(
                found.isEmpty()
                        ? "the module's data has no struct klp_patch with an array of objects"
                        : "the module's data has " + found.size() + " of struct klp_patch, at "
                                + found.get(0).patch().place() + " and "
                                + found.get(1).patch().place());
    }

    /** Every place with a pointer to the module itself; {@code file_operations.owner} is one, too. */
    private List<DataPlace> candidates() throws ElfFormatException {
        List<DataPlace> candidates = new ArrayList<>();
        for (Section section : module.image().sections()) {
            if (!section.hasFlags(SectionFlag.SHF_ALLOC) || section.hasFlags(SectionFlag.SHF_EXECINSTR)) {
                continue;
            }
            for (Map.Entry<Long, Relocation> pointer : data.pointers(section).entrySet()) {
                if (isThisModule(pointer.getValue())) {
                    candidates.add(new DataPlace(section, pointer.getKey()));
                }
            }
        }
        return candidates;
    }

    private static boolean isThisModule(Relocation pointer) {
        Symbol symbol = pointer.symbol();
        if (symbol == null) {
            return false;
        }
        Section section = symbol.section();
        return pointer.addend() + symbol.value() == 0
                && (symbol.name().equals(THIS_MODULE)
                        || (section != null && section.name().equals(THIS_MODULE_SECTION)));
    }

    private PatchSearch.@Nullable Found patchAt(DataPlace place) throws ElfFormatException {
        DataPlace objects = data.pointer(word(place, OBJS_WORD));
        if (objects == null || !isData(objects)) {
            return null;
        }
        EntryArray array = ArrayShape.OBJECTS.entries(data, objects);
        if (array == null || array.entries().isEmpty()) {
            return null;
        }
        List<PatchedObject> read = new ArrayList<>();
        for (DataPlace entry : array.entries()) {
            PatchedObject object = object(entry);
            if (object == null) {
                return null;
            }
            read.add(object);
        }
        Patch patch = new Patch(
                module.place(place.section(), place.offset()),
                read,
                states(place),
                data.flag(word(place, REPLACE_WORD)));
        return new PatchSearch.Found(patch, array.terminated());
    }

    private @Nullable PatchedObject object(DataPlace entry) throws ElfFormatException {
        boolean isNamed = data.pointer(entry) != null;
        String name = data.string(entry);
        DataPlace functions = data.pointer(word(entry, FUNCS_WORD));
        if ((isNamed && name == null) || (functions != null && !isData(functions))) {
            return null;
        }
        EntryArray array = functions == null ? null : ArrayShape.FUNCTIONS.entries(data, functions);
        if (functions != null && array == null) {
            return null;
        }
        List<PatchedFunction> read = new ArrayList<>();
        for (DataPlace function : array == null ? List.<DataPlace>of() : array.entries()) {
            read.add(new PatchedFunction(
                    data.string(function),
                    data.functionName(word(function, 1)),
                    data.word(word(function, 2)),
                    module.place(function.section(), function.offset())));
        }
        return new PatchedObject(
                name,
                module.place(entry.section(), entry.offset()),
                functions != null,
                read,
                callbacks(entry),
                array == null || array.terminated());
    }

    private List<PatchCallback> callbacks(DataPlace entry) throws ElfFormatException {
        List<PatchCallback> callbacks = new ArrayList<>();
        for (int i = 0; i < CALLBACKS.size(); i++) {
            String function = data.functionName(word(entry, CALLBACKS_WORD + i));
            if (function != null) {
                callbacks.add(new PatchCallback(CALLBACKS.get(i), function));
            }
        }
        return callbacks;
    }

    /** The array ends with a state of id 0: {@code klp_for_each_state} in kernel/livepatch/state.c. */
    private List<PatchState> states(DataPlace patch) throws ElfFormatException {
        DataPlace state = data.pointer(word(patch, STATES_WORD));
        List<PatchState> states = new ArrayList<>();
        while (state != null && states.size() < MOST_STATES && data.word(state) != 0) {
            states.add(new PatchState(data.word(state), data.integer(word(state, 1))));
            state = word(state, STATE_WORDS);
        }
        return states;
    }

    private static boolean isData(DataPlace place) {
        return place.section().hasFlags(SectionFlag.SHF_ALLOC)
                && !place.section().hasFlags(SectionFlag.SHF_EXECINSTR);
    }

    private DataPlace word(DataPlace place, int index) {
        return place.plus((long) index * data.pointerBytes());
    }
}
