package dev.klp.kernel.index;

import dev.klp.diagnostics.NearMisses;
import dev.klp.kernel.Export;
import dev.klp.kernel.IndexedSource;
import dev.klp.kernel.KernelIndex;
import dev.klp.kernel.KernelObject;
import dev.klp.kernel.KernelSymbol;
import dev.klp.kernel.KernelVersion;
import dev.klp.kernel.ObjectKind;
import dev.klp.kernel.ObjectLookup;
import dev.klp.kernel.index.IndexFormat.Part;
import dev.klp.kernel.modules.ModuleName;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;

/** A kernel index that answers from its file, in place. */
public final class MappedKernelIndex implements KernelIndex {
    private static final String VMLINUX = "vmlinux";

    private final MappedFile file;
    private final Region meta;
    private final Strings strings;
    private final NameTable names;
    private final Occurrences occurrences;
    private final ObjectTable objectTable;
    private final ExportTable exports;
    private final PairTable builtIn;
    private final PairTable config;
    private final AtomicReferenceArray<@Nullable MappedObject> objects;

    private MappedKernelIndex(MappedFile file) {
        this.file = file;
        this.meta = file.region(Part.META);
        this.strings = new Strings(file.region(Part.STRINGS));
        this.names = new NameTable(file, meta.i32(MetaRecord.NAME_COUNT));
        this.occurrences = new Occurrences(file);
        this.objectTable = new ObjectTable(file, strings);
        this.exports = new ExportTable(file, strings, names);
        this.builtIn = new PairTable(file.region(Part.BUILT_IN), strings);
        this.config = new PairTable(file.region(Part.CONFIG), strings);
        this.objects = new AtomicReferenceArray<>(objectTable.count());
    }

    /**
     * Opens an index. Nothing of it is read but what tells whether it is one and whole.
     *
     * @throws IndexFormatException if it is no index, of another version, cut short or damaged
     * @throws IOException if it can't be read
     */
    public static KernelIndex open(Path path) throws IOException {
        try {
            return new MappedKernelIndex(MappedFile.open(path));
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    /** Whether a file that begins with these bytes is an index. */
    public static boolean isIndex(byte[] start) {
        return Header.hasMagic(start);
    }

    /**
     * Reads a whole index and compares it with its checksums, instead of each block when it is first needed.
     *
     * @throws IndexFormatException if it is damaged
     * @throws IOException if it can't be read
     */
    public static void verify(Path path) throws IOException {
        try {
            MappedFile.open(path).checkAll();
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    MappedFile file() {
        return file;
    }

    Strings strings() {
        return strings;
    }

    NameTable names() {
        return names;
    }

    Occurrences occurrences() {
        return occurrences;
    }

    ExportTable exports() {
        return exports;
    }

    @Override
    public Optional<String> release() {
        return Optional.ofNullable(strings.find(meta.i32(MetaRecord.RELEASE)));
    }

    @Override
    public Optional<String> architecture() {
        return Optional.ofNullable(strings.find(meta.i32(MetaRecord.ARCHITECTURE)));
    }

    @Override
    public int symbolCount() {
        return meta.i32(MetaRecord.SYMBOL_COUNT);
    }

    @Override
    public List<IndexedSource> sources() {
        return new SourceTable(file.region(Part.SOURCES), strings).all();
    }

    @Override
    public Optional<KernelObject> vmlinux() {
        return object(VMLINUX);
    }

    @Nullable
    MappedObject mappedVmlinux() {
        int number = objectTable.find(VMLINUX);
        if (number < 0) {
            return null;
        }
        MappedObject vmlinux = object(number);
        if (vmlinux.kind() != ObjectKind.VMLINUX) {
            // Its types would stand on themselves.
            throw file.damaged(file.region(Part.OBJECTS).offset(), "vmlinux is among the modules");
        }
        return vmlinux;
    }

    @Override
    public List<KernelObject> objects() {
        List<KernelObject> all = new ArrayList<>(objectTable.count());
        for (int i = 0; i < objectTable.count(); i++) {
            all.add(object(i));
        }
        return all;
    }

    @Override
    public Optional<KernelObject> object(String name) {
        int number = objectTable.find(name);
        return number < 0 ? Optional.empty() : Optional.of(object(number));
    }

    /** The object of a number. Two threads may make it twice, and both keep the same one. */
    MappedObject object(int number) {
        MappedObject known = objects.get(number);
        if (known == null) {
            known = new MappedObject(this, objectTable.name(number), objectTable.recordAt(number));
            if (!objects.compareAndSet(number, null, known)) {
                MappedObject other = objects.get(number);
                known = other == null ? known : other;
            }
        }
        return known;
    }

    @Override
    public ObjectLookup lookup(String name) {
        Optional<KernelObject> exact = object(name);
        String official = ModuleName.official(name);
        Optional<KernelObject> found = exact.isPresent() ? exact : object(official);
        if (found.isPresent()) {
            return new ObjectLookup.Indexed(found.get());
        }
        String path = builtIn.find(official);
        if (path != null) {
            return new ObjectLookup.BuiltIn(official, path);
        }
        List<String> candidates = new ArrayList<>(builtIn.keys());
        for (int i = 0; i < objectTable.count(); i++) {
            candidates.add(objectTable.name(i));
        }
        return new ObjectLookup.Unknown(NearMisses.of(official, candidates));
    }

    @Override
    public List<KernelSymbol> symbols(String name) {
        int number = names.find(name);
        if (number < 0) {
            return List.of();
        }
        List<KernelSymbol> found = new ArrayList<>();
        int end = occurrences.start(number + 1);
        for (int entry = occurrences.start(number); entry < end; entry++) {
            int symbol = occurrences.symbol(entry);
            found.add(object(objectTable.ofSymbol(symbol)).symbolOf(symbol));
        }
        found.sort(Comparator.comparing(symbol -> symbol.object().kind()));
        return found;
    }

    @Override
    public List<Export> exports(String name) {
        int number = names.find(name);
        return number < 0 ? List.of() : exports.of(number, name);
    }

    @Override
    public Optional<String> config(String option) {
        if ((meta.i32(MetaRecord.FLAGS) & MetaRecord.HAS_CONFIG) == 0) {
            return Optional.empty();
        }
        String value = config.find(option);
        return Optional.of(value == null ? "n" : value);
    }

    @Override
    public List<String> configOptions() {
        return config.keys();
    }

    @Override
    public Optional<KernelVersion> sourceVersion() {
        return Optional.ofNullable(strings.find(meta.i32(MetaRecord.SOURCE_VERSION)))
                .flatMap(KernelVersion::parse);
    }

    @Override
    public List<String> nearest(String name) {
        return new NearNames(this, 0, symbolCount()).of(name);
    }

    @Override
    public List<String> complete(String prefix, int limit) {
        return new Completion(this).complete(prefix, limit, 0, symbolCount());
    }

    @Override
    public void close() {
        file.close();
    }
}
