package dev.klp.annotations;

/**
 * One replaced function of a {@link LivepatchObject}.
 *
 * @param oldName the function's name in the kernel
 * @param sympos its position among the symbols of that name; 0 says that it is unique
 * @param newFunc the C function that takes its place
 */
public record LivepatchFunction(String oldName, int sympos, String newFunc) {
    /**
     * The function's folder below its object's in {@code /sys/kernel/livepatch/}. The kernel prints position 0 as 1
     * ({@code klp_init_func} in {@code kernel/livepatch/core.c}).
     */
    public String sysfsName() {
        return oldName + "," + Math.max(sympos, 1);
    }
}
