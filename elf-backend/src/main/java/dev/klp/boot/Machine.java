package dev.klp.boot;

import java.util.List;

/**
 * The virtual machine of one architecture.
 *
 * @param architecture as {@code uname -m} prints it
 * @param qemu the emulator's program
 * @param options its options for this machine; the emulator starts without any default device
 * @param console the kernel's console device, which is the first serial port
 * @param reportDevice the device, as a path in the guest, that is the second serial port
 */
public record Machine(
        String architecture, String qemu, List<String> options, String console, String reportDevice) {
    /**
     * A PC with two 16550 serial ports, whose driver is built into every distribution's kernel. {@code -accel tcg}
     * because {@code /dev/kvm} may exist and hang inside another virtual machine.
     */
    public static final Machine X86_64 = new Machine(
            "x86_64", "qemu-system-x86_64", List.of("-machine", "pc", "-accel", "tcg"), "ttyS0", "/dev/ttyS1");

    public Machine {
        options = List.copyOf(options);
    }
}
