package dev.klp.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.klp.testing.ObjectFile;
import dev.klp.testing.Program;
import dev.klp.testing.Requires;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code klp convert} of compressed and signed modules. */
class ConvertContainerTest {
    static final String SOURCE = """
            .text
            call nr_threads
            .section .klp.module_relocs.vmlinux, "aw"
            .quad nr_threads
            .long 0
            .section .modinfo, "a"
            .asciz "license=GPL"
            .asciz "name=demo"
            .asciz "livepatch=Y"
            .asciz "vermagic=6.1.0-test SMP"
            .section .gnu.linkonce.this_module, "aw"
            .zero 64
            .section __versions, "a"
            .quad 0x12345678
            .asciz "module_layout"
            .balign 64
            """;

    private static final int STRUCT_AND_MARK_BYTES = 12 + 28;

    @TempDir
    Path folder;

    private Path input;
    private Path converted;

    @BeforeEach
    void assemble() throws IOException {
        input = ObjectFile.assemble(folder, "in.ko", SOURCE);
        converted = folder.resolve("converted.ko");
        assertThat(CommandLineRun.of("convert", "-o", converted.toString(), input.toString()))
                .isEqualTo(new CommandLineRun(0, converted + ": 1 relocation against 1 symbol converted\n", ""));
    }

    private Path file(String name) {
        return folder.resolve(name);
    }

    private CommandLineRun convert(Path from, Path to, String... options) {
        return convert(Map.of(), from, to, options);
    }

    private static CommandLineRun convert(Map<String, String> variables, Path from, Path to, String... options) {
        List<String> arguments = new ArrayList<>(List.of("convert"));
        arguments.addAll(List.of(options));
        arguments.addAll(List.of("-o", to.toString(), from.toString()));
        return CommandLineRun.in(new Environment(variables, false, false), arguments.toArray(String[]::new));
    }

    private static Path run(Path output, String... command) throws IOException {
        Requires.program(command[0]);
        Process process = new ProcessBuilder(command)
                .redirectOutput(output.toFile())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        assertThat(process.onExit().join().exitValue())
                .as(String.join(" ", command))
                .isZero();
        return output;
    }

    @ParameterizedTest
    @CsvSource({"xz, .xz", "gzip, .gz", "zstd, .zst"})
    void comesOutAsItCame(String program, String suffix) throws IOException {
        Path packed = run(file("in.ko" + suffix), program, "-c", input.toString());
        Path output = file("out.ko" + suffix);
        assertThat(convert(packed, output).out()).isEqualTo(output + ": 1 relocation against 1 symbol converted\n");
        assertThat(run(file("unpacked"), program, "-dc", output.toString())).hasSameBinaryContentAs(converted);
        byte[] first = Files.readAllBytes(output);
        assertThat(convert(packed, output).exitCode()).isZero();
        assertThat(output).hasBinaryContent(first);

        // In place, and once more: what is converted stays what it is.
        assertThat(CommandLineRun.of("convert", "--in-place", packed.toString()).exitCode())
                .isZero();
        assertThat(packed).hasBinaryContent(first);
        assertThat(CommandLineRun.of("convert", "--in-place", packed.toString()).out())
                .isEqualTo(packed + ": nothing to convert\n");
        assertThat(packed).hasBinaryContent(first);
    }

    /** {@code cmd_xz} in {@code scripts/Makefile.modinst}; the kernel's decoder takes no other check. */
    @Test
    void xzIsWrittenAsTheKernelReadsIt() throws IOException {
        Path packed = run(file("in.ko.xz"), "xz", "-c", input.toString());
        assertThat(convert(packed, file("out.ko.xz")).exitCode()).isZero();
        assertThat(Program.output("xz", "-lvv", file("out.ko.xz").toString()))
                .contains("CRC32")
                .contains("--lzma2=dict=1MiB");
    }

    @ParameterizedTest
    @CsvSource({
        "in.ko, out.ko.xz, uncompressed, out.ko",
        "in.ko.xz, out.ko, as .ko.xz, out.ko.xz",
        "in.ko.xz, out.ko.gz, as .ko.xz, out.ko.xz"
    })
    void theNameSaysWhatIsInIt(String from, String to, String form, String right) throws IOException {
        run(file("in.ko.xz"), "xz", "-c", input.toString());
        assertThat(convert(file(from), file(to)))
                .isEqualTo(new CommandLineRun(
                        1,
                        "",
                        "klp: " + file(to) + ": the module comes " + form + " and is written so; call it " + right
                                + "\n"));
        assertThat(file(to)).doesNotExist();
    }

    @Test
    void noModuleComesInBzip2() throws IOException {
        Path packed = run(file("in.ko.bz2"), "bzip2", "-c", input.toString());
        assertThat(convert(packed, file("out.ko")))
                .isEqualTo(new CommandLineRun(
                        1,
                        "",
                        "klp: " + packed + ": the file is compressed with bzip2, which no module is; those come as .ko,"
                                + " .ko.gz, .ko.xz or .ko.zst (at 0x0)\n"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"xz", "gzip", "zstd"})
    void truncationAnywhereIsOneLine(String program) throws IOException {
        byte[] packed = Files.readAllBytes(run(file("whole"), program, "-c", input.toString()));
        Path cut = file("cut.ko");
        for (int length = 8; length < packed.length; length += 7) {
            Files.write(cut, Arrays.copyOf(packed, length));
            CommandLineRun run = convert(cut, file("out"));
            assertThat(run.exitCode()).as("%d bytes", length).isEqualTo(1);
            assertThat(run.errLines()).as("%d bytes", length).hasSize(1);
            assertThat(file("out")).doesNotExist();
        }
    }

    private void key(String name, String... parameters) throws IOException {
        List<String> command =
                new ArrayList<>(List.of("openssl", "req", "-new", "-x509", "-nodes", "-subj", "/CN=" + name));
        command.addAll(List.of(
                "-keyout",
                file(name + ".pem").toString(),
                "-out",
                file(name + ".crt").toString()));
        command.addAll(List.of(parameters));
        Program.output(command.toArray(String[]::new));
    }

    private void rsaKey() throws IOException {
        key("rsa", "-newkey", "rsa:2048");
    }

    private void ecKey() throws IOException {
        key("ec", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1");
    }

    private String[] signing(String key, String certificate, String hash) {
        return new String[] {"--sign", file(key).toString(), file(certificate).toString(), "--sign-hash", hash};
    }

    private CommandLineRun sign(String key, String certificate, String hash) {
        return convert(input, file("signed.ko"), signing(key, certificate, hash));
    }

    /** Whether openssl takes the signature of {@code signed.ko}, and whether the module before it is the converted one. */
    private void assertSigned(String certificate) throws IOException {
        byte[] signed = Files.readAllBytes(file("signed.ko"));
        int module = (int) Files.size(converted);
        assertThat(Arrays.copyOf(signed, module)).isEqualTo(Files.readAllBytes(converted));
        assertThat(new String(signed, signed.length - 28, 28, StandardCharsets.US_ASCII))
                .isEqualTo("~Module signature appended~\n");
        Path signature = Files.write(
                file("signature"), Arrays.copyOfRange(signed, module, signed.length - STRUCT_AND_MARK_BYTES));
        Program.output(
                "openssl",
                "cms",
                "-verify",
                "-binary",
                "-inform",
                "DER",
                "-in",
                signature.toString(),
                "-content",
                converted.toString(),
                "-certfile",
                file(certificate).toString(),
                "-nointern",
                "-noverify",
                "-out",
                "/dev/null");
    }

    @ParameterizedTest
    @ValueSource(strings = {"sha1", "sha224", "sha256", "sha384", "sha512", "sha3-256", "sha3-384", "sha3-512"})
    void signsWithRsa(String hash) throws IOException {
        rsaKey();
        assertThat(sign("rsa.pem", "rsa.crt", hash).out())
                .isEqualTo(file("signed.ko") + ": 1 relocation against 1 symbol converted\n");
        assertSigned("rsa.crt");
    }

    @ParameterizedTest
    @ValueSource(strings = {"sha256", "sha384", "sha512"})
    void signsWithAnEllipticCurve(String hash) throws IOException {
        ecKey();
        assertThat(sign("ec.pem", "ec.crt", hash).err()).isEmpty();
        assertSigned("ec.crt");
    }

    @Test
    void takesKeysAndCertificatesInTheFormsThatTheyHave() throws IOException {
        rsaKey();
        ecKey();
        Program.output(
                "openssl",
                "x509",
                "-in",
                file("rsa.crt").toString(),
                "-outform",
                "DER",
                "-out",
                file("rsa.der").toString());
        Program.output(
                "openssl",
                "rsa",
                "-traditional",
                "-in",
                file("rsa.pem").toString(),
                "-out",
                file("rsa.pkcs1").toString());
        Program.output(
                "openssl",
                "ec",
                "-in",
                file("ec.pem").toString(),
                "-out",
                file("ec.sec1").toString());
        // As the kernel's build writes certs/signing_key.pem: key and certificate in one file.
        Files.writeString(file("both.pem"), Files.readString(file("rsa.pem")) + Files.readString(file("rsa.crt")));
        for (String[] pair : new String[][] {
            {"rsa.pem", "rsa.der", "rsa.crt"},
            {"rsa.pkcs1", "rsa.crt", "rsa.crt"},
            {"both.pem", "both.pem", "rsa.crt"},
            {"ec.sec1", "ec.crt", "ec.crt"}
        }) {
            assertThat(sign(pair[0], pair[1], "sha256").err()).as(pair[0]).isEmpty();
            assertSigned(pair[2]);
        }
    }

    @ParameterizedTest
    @CsvSource({"pkcs8, pkcs8 -topk8 -v2 aes256", "pkcs1, rsa -traditional -aes256"})
    void thePassphraseComesFromTheEnvironment(String form, String command) throws IOException {
        rsaKey();
        List<String> words = new ArrayList<>(List.of("openssl"));
        words.addAll(List.of(command.split(" ", -1)));
        words.addAll(
                List.of("-in", file("rsa.pem").toString(), "-out", file(form).toString(), "-passout", "pass:secret"));
        Program.output(words.toArray(String[]::new));
        String[] signing = signing(form, "rsa.crt", "sha256");
        assertThat(convert(Map.of("KBUILD_SIGN_PIN", "secret"), input, file("signed.ko"), signing)
                        .err())
                .isEmpty();
        assertSigned("rsa.crt");
        assertThat(convert(Map.of("KBUILD_SIGN_PIN", "wrong"), input, file("other.ko"), signing))
                .isEqualTo(refused(
                        file(form) + ": the private key cannot be opened with the passphrase in KBUILD_SIGN_PIN"));
        assertThat(convert(input, file("other.ko"), signing))
                .isEqualTo(refused(
                        file(form) + ": the private key is encrypted; its passphrase is taken from KBUILD_SIGN_PIN"));
        assertThat(file("other.ko")).doesNotExist();
    }

    private static CommandLineRun refused(String problem) {
        return new CommandLineRun(1, "", "klp: " + problem + "\n");
    }

    @Test
    void keysThatCannotSignAreNamed() throws IOException {
        rsaKey();
        ecKey();
        Program.output(
                "openssl",
                "genpkey",
                "-algorithm",
                "ed25519",
                "-out",
                file("ed.pem").toString());
        Files.writeString(file("broken.pem"), "-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----\n");
        Files.write(file("broken.der"), new byte[] {0x30, (byte) 0x82, 1, 1});
        String noCertificate = "there is no X.509 certificate in it (PEM, '-----BEGIN CERTIFICATE-----', or DER)";
        String[][] table = {
            {"rsa.pem", "ec.crt", "ec.crt", "the certificate is not that of the private key"},
            {"rsa.crt", "rsa.crt", "rsa.crt", "there is no private key in it (PEM, '-----BEGIN PRIVATE KEY-----')"},
            {"rsa.pem", "rsa.pem", "rsa.pem", noCertificate},
            {"rsa.pem", "in.ko", "in.ko", noCertificate},
            {"rsa.pem", "broken.der", "broken.der", "it is no X.509 certificate"},
            {"broken.pem", "rsa.crt", "broken.pem", "a part of it is broken PEM"},
            {"ed.pem", "rsa.crt", "ed.pem", "the private key is neither RSA nor EC, the kinds that the kernel checks"},
            {"none.pem", "rsa.crt", "none.pem", "no such file or folder"}
        };
        for (String[] row : table) {
            assertThat(sign(row[0], row[1], "sha256")).isEqualTo(refused(file(row[2]) + ": " + row[3]));
            assertThat(file("signed.ko")).doesNotExist();
        }
    }

    @Test
    void usageErrors() throws IOException {
        rsaKey();
        String digests = "sha1, sha224, sha256, sha384, sha512, sha3-256, sha3-384, sha3-512";
        CommandLineRun unknown = sign("rsa.pem", "rsa.crt", "md5");
        assertThat(unknown.exitCode()).isEqualTo(2);
        assertThat(unknown.err()).startsWith("klp: --sign-hash: 'md5' is none of " + digests + "\n");
        CommandLineRun none = convert(
                input,
                file("signed.ko"),
                "--sign",
                file("rsa.pem").toString(),
                file("rsa.crt").toString());
        assertThat(none.exitCode()).isEqualTo(2);
        assertThat(none.err())
                .startsWith("klp: --sign: name the kernel with --kernel, or the digest with --sign-hash: " + digests
                        + "\n");
    }

    @Test
    void aSignatureIsLeftOutOnlyWhenAskedFor() throws IOException {
        rsaKey();
        assertThat(sign("rsa.pem", "rsa.crt", "sha256").exitCode()).isZero();
        Path signed = file("signed.ko");
        String mark = Long.toHexString(Files.size(signed) - 28);
        assertThat(convert(signed, file("out.ko")))
                .isEqualTo(refused(signed + ": the module ends with a signature, which any change makes invalid;"
                        + " --strip-signature leaves it out (at 0x" + mark + ")"));
        assertThat(file("out.ko")).doesNotExist();
        assertThat(convert(signed, file("out.ko"), "--strip-signature").out())
                .isEqualTo(file("out.ko") + ": nothing to convert\n");
        assertThat(file("out.ko")).hasSameBinaryContentAs(converted);
        // Another signature instead of the old one, and that inside the compression: what the kernel unpacks it checks.
        Path packed = run(file("signed.ko.xz"), "xz", "-c", signed.toString());
        List<String> options = new ArrayList<>(List.of(signing("rsa.pem", "rsa.crt", "sha256")));
        options.add("--strip-signature");
        assertThat(convert(packed, file("again.ko.xz"), options.toArray(String[]::new))
                        .exitCode())
                .isZero();
        assertThat(run(file("again.ko"), "xz", "-dc", file("again.ko.xz").toString()))
                .hasSameBinaryContentAs(signed);
    }

    @Test
    void aDamagedSignatureIsNotCutOffAtAGuess() throws IOException {
        byte[] module = Files.readAllBytes(converted);
        byte[] mark = "somesignature~Module signature appended~\n".getBytes(StandardCharsets.US_ASCII);
        byte[] signed = Arrays.copyOf(module, module.length + mark.length);
        System.arraycopy(mark, 0, signed, module.length, mark.length);
        Files.write(file("signed.ko"), signed);
        CommandLineRun run = convert(file("signed.ko"), file("out.ko"), "--strip-signature");
        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.err())
                .contains("the signature at the module's end is damaged: its length would be ")
                .contains(" bytes, its type ");
        assertThat(file("out.ko")).doesNotExist();
    }

    /** {@code CONFIG_MODULE_SIG_FORCE} wants a signature, {@code CONFIG_MODULE_SIG_HASH} says with which digest. */
    @Test
    void theKernelSaysWithWhichDigest() throws IOException {
        rsaKey();
        Files.writeString(file("kallsyms"), """
                ffffffff81000000 T _stext
                ffffffff81000060 D nr_threads
                ffffffff81000080 T klp_enable_patch
                """);
        Files.writeString(file("Module.symvers"), "0x12345678\tmodule_layout\tvmlinux\tEXPORT_SYMBOL\t\n");
        Files.writeString(
                file(".config"),
                "CONFIG_MODULES=y\nCONFIG_64BIT=y\nCONFIG_LIVEPATCH=y\nCONFIG_MODULE_SIG_FORCE=y\n"
                        + "CONFIG_MODULE_SIG_HASH=\"sha384\"\n");
        String index = file("kernel.index").toString();
        CommandLineRun indexed = CommandLineRun.of(
                "index",
                "-o",
                index,
                file("kallsyms").toString(),
                file("Module.symvers").toString(),
                file(".config").toString());
        assertThat(indexed.exitCode()).as(indexed.err()).isZero();
        String[] kernel = {"--kernel", index, "--target-version", "6.1"};
        assertThat(convert(input, file("signed.ko"), kernel).err()).contains("[KLP530]");
        List<String> options = new ArrayList<>(List.of(kernel));
        options.addAll(
                List.of("--sign", file("rsa.pem").toString(), file("rsa.crt").toString()));
        assertThat(convert(input, file("signed.ko"), options.toArray(String[]::new))
                        .err())
                .isEmpty();
        assertSigned("rsa.crt");
        assertThat(Program.output(
                        "openssl",
                        "asn1parse",
                        "-inform",
                        "DER",
                        "-in",
                        file("signature").toString()))
                .contains(":sha384")
                .doesNotContain(":sha256");
    }
}
