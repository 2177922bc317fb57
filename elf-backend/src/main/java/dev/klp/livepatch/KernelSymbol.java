package dev.klp.livepatch;

import org.jspecify.annotations.Nullable;

/**
 * A symbol of the running kernel.
 *
 * @param object the object that defines it
 * @param name its name, 1 to 511 characters without a comma
 * @param position 0 if the object has one symbol of that name, else n for the n-th in the kernel's order; 32 bits unsigned
 */
public record KernelSymbol(ObjectName object, String name, long position) {
    /** {@code KSYM_NAME_LEN} since Linux 6.1 without the final zero: include/linux/kallsyms.h. */
    public static final int MAX_NAME_LENGTH = 511;
    /** Positions are {@code unsigned int} in an annotation's array. */
    public static final long MAX_POSITION = 0xFFFF_FFFFL;

    public KernelSymbol {
        if (name.isEmpty()) {
            throw new IllegalArgumentException("the symbol's name is empty");
        }
        if (name.length() > MAX_NAME_LENGTH) {
            throw new IllegalArgumentException("the symbol's name has " + name.length()
                    + " characters; the kernel takes " + MAX_NAME_LENGTH + " at most");
        }
        if (name.indexOf(',') >= 0) {
            throw new IllegalArgumentException("the symbol's name '" + name + "' has a comma, which ends a name there");
        }
        if (position < 0 || position > MAX_POSITION) {
            throw new IllegalArgumentException("the position " + position + " is not within 0 and " + MAX_POSITION);
        }
    }

    /**
     * The symbol of a name such as {@code .klp.sym.vmlinux.nr_threads,0}, taken apart as the kernel does
     * ({@code .klp.sym.%55[^.].%511[^,],%lu}).
     *
     * @return null if the name does not have that form
     */
    public static @Nullable KernelSymbol parseLivepatchName(String name) {
        int start = LivepatchFormat.SYMBOL_PREFIX.length();
        int objectEnd = name.indexOf('.', start);
        int comma = name.indexOf(',', start);
        if (!name.startsWith(LivepatchFormat.SYMBOL_PREFIX) || objectEnd < 0 || comma < objectEnd) {
            return null;
        }
        String position = name.substring(comma + 1);
        if (!position.matches("\\d{1,10}")) {
            return null;
        }
        try {
            return new KernelSymbol(
                    new ObjectName(name.substring(start, objectEnd)),
                    name.substring(objectEnd + 1, comma),
                    Long.parseLong(position));
        } catch (IllegalArgumentException notASymbol) {
            return null;
        }
    }

    /** The name by which a livepatch module asks for it: {@code .klp.sym.vmlinux.nr_threads,0}. */
    public String livepatchName() {
        return LivepatchFormat.SYMBOL_PREFIX + object.text() + "." + name + "," + position;
    }
}
