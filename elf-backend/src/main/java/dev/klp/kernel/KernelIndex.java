package dev.klp.kernel;

import java.io.Closeable;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Everything that a compiler or a converter must know about one kernel. Safe for use by several threads.
 *
 * <p>Every method of this interface, {@link KernelObject} and {@link KernelSymbol} throws {@link java.io.UncheckedIOException} if the
 * file behind the index turns out to be damaged where it is read.
 */
public interface KernelIndex extends Closeable {
    /** The kernel's release as {@code uname -r} prints it; empty if no source told. */
    Optional<String> release();

    /** The machine that the kernel is for, such as {@code x86_64}, as {@code uname -m} prints it; empty if no source told. */
    Optional<String> architecture();

    /** What the index was made from. */
    List<IndexedSource> sources();

    /** The kernel proper; empty if only modules were indexed. */
    Optional<KernelObject> vmlinux();

    /** All objects, sorted by name. */
    List<KernelObject> objects();

    /** The object of exactly this name. */
    Optional<KernelObject> object(String name);

    /** What this kernel says to the name of an object in any spelling: with a path, a suffix, or hyphens. */
    ObjectLookup lookup(String name);

    /** The symbols of this name in all objects, those of vmlinux first. */
    List<KernelSymbol> symbols(String name);

    /** Who exports this name: usually one object, several if modules that exclude each other do. */
    List<Export> exports(String name);

    /**
     * The value of a configuration option such as {@code CONFIG_LIVEPATCH}: {@code y}, {@code m}, a number or a quoted string;
     * {@code n} if it is not set. Empty if no configuration was indexed.
     */
    Optional<String> config(String option);

    /** The names of all options that the configuration lists, be they set or not, sorted; none if none was indexed. */
    List<String> configOptions();

    /**
     * The version of the kernel's source, {@code LINUX_VERSION_CODE} in C, from the heading of its {@code .config}; empty if no
     * configuration with one was indexed. {@link #release()} does not tell: distributors count releases by themselves.
     */
    Optional<KernelVersion> sourceVersion();

    /** Up to three names of any object that {@code name} may be a misspelling of, the nearest first. */
    List<String> nearest(String name);

    /** Names of any object that begin with {@code prefix}, sorted, at most {@code limit}. */
    List<String> complete(String prefix, int limit);

    /** The number of symbols of all objects. */
    int symbolCount();

    /**
     * A part of the version that the kernel's release begins with.
     *
     * @param part 0 for the version, 1 for the patch level, 2 for the sublevel
     * @return empty if the release isn't known or has no such part
     */
    default OptionalInt version(int part) {
        String[] parts = release().orElse("").split("[.\\-+]", part + 2);
        return parts.length > part && parts[part].matches("\\d{1,9}")
                ? OptionalInt.of(Integer.parseInt(parts[part]))
                : OptionalInt.empty();
    }

    /** Lets go of the file. Nothing may be asked afterwards. */
    @Override
    void close();
}
