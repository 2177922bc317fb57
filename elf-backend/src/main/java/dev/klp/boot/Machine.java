package dev.klp.boot;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * The virtual machine of one architecture.
 *
 * @param architecture as {@code uname -m} prints it
 * @param qemu the emulator's program
 * @param options its options for this machine; the emulator starts without any default device
 * @param parameters words of the kernel's command line that the machine asks for
 * @param console the kernel's console device, which is the first serial port
 * @param reportDevice the device, as a path in the guest, that is the second serial port
 */
public record Machine(
        String architecture,
        String qemu,
        List<String> options,
        List<String> parameters,
        String console,
        String reportDevice) {
    /**
     * A PC with two 16550 serial ports, whose driver is built into every distribution's kernel. {@code -accel tcg}
     * because {@code /dev/kvm} may exist and hang inside another virtual machine. {@code no_timer_check} because on a
     * busy host the emulated timer is too late for {@code check_timer} in {@code arch/x86/kernel/apic/io_apic.c}, which
     * then panics ("IO-APIC + timer doesn't work!"): 7 of 48 boots did, 16 of them at a time on 2 cores.
     */
    public static final Machine X86_64 = new Machine(
            "x86_64",
            "qemu-system-x86_64",
            List.of("-machine", "pc", "-accel", "tcg"),
            List.of("no_timer_check"),
            "ttyS0",
            "/dev/ttyS1");

    /**
     * Where a bzImage says what it is: {@code header} is "HdrS" since boot protocol 2.00, and bit 0 of
     * {@code xloadflags}, since 2.12, tells a 64-bit kernel ({@code Documentation/arch/x86/boot.rst}).
     */
    private static final int X86_HEADER = 0x202;

    private static final int X86_LOAD_FLAGS = 0x236;

    public Machine {
        options = List.copyOf(options);
        parameters = List.copyOf(parameters);
    }

    /**
     * The machine for a kernel image, by the image's content.
     *
     * @throws BootException if there is no machine for it here
     * @throws IOException if it cannot be read
     */
    public static Machine of(Path image) throws IOException {
        try (InputStream in = Files.newInputStream(image)) {
            byte[] start = in.readNBytes(X86_LOAD_FLAGS + 1);
            if (start.length > X86_LOAD_FLAGS
                    && new String(start, X86_HEADER, 4, StandardCharsets.US_ASCII).equals("HdrS")
                    && (start[X86_LOAD_FLAGS] & 1) != 0) {
                return X86_64;
            }
        }
        throw new BootException(image + ": no 64-bit x86 kernel (bzImage), and no other is booted here");
    }
}
