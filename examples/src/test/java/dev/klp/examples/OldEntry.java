package dev.klp.examples;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPOutputStream;

/**
 * A program that asks for the kernel's version by the entry for 32-bit programs. A 64-bit program may use it as well, by
 * {@code int $0x80}, with addresses below 4 GiB ({@code arch/x86/entry/entry_64_compat.S}).
 */
public final class OldEntry {
    /** Where it is in the machine. */
    public static final String PATH = "/uname32";

    private static final String SOURCE = """
            .globl _start
            _start:
                mov $122, %eax          # newuname, arch/x86/entry/syscalls/syscall_32.tbl
                mov $answer, %ebx
                int $0x80
                mov $1, %eax            # write, syscall_64.tbl
                mov $1, %edi
                mov $answer + 3 * 65, %esi      # the version is the fourth string of 65 bytes
                xor %edx, %edx
            length:
                cmpb $0, (%rsi, %rdx)
                je show
                inc %edx
                jmp length
            show:
                movb $'\\n', (%rsi, %rdx)
                inc %edx
                syscall
                mov $60, %eax           # exit
                xor %edi, %edi
                syscall
            .bss
            answer:
                .space 6 * 65 + 1
            """;

    private OldEntry() {}

    /** Builds the program; the command line that puts it into the machine. */
    public static String install(Path folder) throws IOException, InterruptedException {
        Path source = Files.writeString(folder.resolve("uname32.S"), SOURCE);
        Path program = folder.resolve("uname32");
        KbuildTree.run(
                "gcc",
                "-nostdlib",
                "-static",
                "-no-pie",
                "-s",
                "-Wl,--build-id=none",
                "-o",
                program.toString(),
                source.toString());
        StringBuilder octal = new StringBuilder();
        for (byte one : gzip(program)) {
            octal.append(String.format("\\%03o", one & 0xff));
        }
        return "printf '" + octal + "' | gunzip >" + PATH + " && chmod +x " + PATH;
    }

    private static byte[] gzip(Path program) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
            Files.copy(program, gzip);
        }
        return bytes.toByteArray();
    }
}
