package dev.klp.cli;

import dev.klp.kernel.KernelIndex;
import dev.klp.livepatch.container.ModuleSigner;
import dev.klp.livepatch.container.SignatureHash;
import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/** What becomes of a module's signature: {@code --strip-signature}, {@code --sign} and {@code --sign-hash}. */
final class SigningOptions {
    /** What the kernel's build takes the passphrase of its key from: certs/Makefile, scripts/sign-file.c. */
    private static final String PASSPHRASE = "KBUILD_SIGN_PIN";

    private static final String KERNEL_HASH = "CONFIG_MODULE_SIG_HASH";

    private SigningOptions() {}

    static void addTo(CommandSpec spec) {
        spec.addOption(OptionSpec.builder("--strip-signature")
                .description("Leave out the signature of a signed module, which a changed module cannot keep.")
                .build());
        spec.addOption(OptionSpec.builder("--sign")
                .arity("2")
                .paramLabel("FILE")
                .type(String[].class)
                .description("Sign the result as the kernel wants it: the private key (PEM, RSA or EC) and its"
                        + " certificate (PEM or DER). The passphrase of an encrypted key is taken from " + PASSPHRASE
                        + ".")
                .build());
        spec.addOption(OptionSpec.builder("--sign-hash")
                .paramLabel("HASH")
                .type(String.class)
                .description("The digest for --sign: " + String.join(", ", SignatureHash.labels()) + ". Default: "
                        + KERNEL_HASH + " of --kernel.")
                .build());
    }

    static boolean strips(ParseResult arguments) {
        return arguments.hasMatchedOption("--strip-signature");
    }

    static boolean signs(ParseResult arguments) {
        return arguments.hasMatchedOption("--sign");
    }

    /**
     * What signs the results, or null if nothing does.
     *
     * @param kernel the kernel whose digest is taken, or null
     * @throws ParameterException if the digest is not known
     * @throws IOException if the key or the certificate cannot be used
     */
    static @Nullable ModuleSigner signer(ParseResult arguments, Environment environment, @Nullable KernelIndex kernel)
            throws IOException {
        if (!signs(arguments)) {
            return null;
        }
        String[] files = arguments.matchedOptionValue("--sign", new String[0]);
        if (files.length != 2) {
            throw usage(arguments, "--sign is given more than once");
        }
        SignatureHash hash = hash(arguments, kernel);
        Path key = FileArguments.path(arguments, files[0]);
        Path certificate = FileArguments.path(arguments, files[1]);
        return ModuleSigner.of(key, certificate, hash, environment.variables().getOrDefault(PASSPHRASE, ""));
    }

    private static SignatureHash hash(ParseResult arguments, @Nullable KernelIndex kernel) {
        String label = arguments.matchedOptionValue("--sign-hash", "");
        String source = "--sign-hash";
        if (!arguments.hasMatchedOption("--sign-hash")) {
            label = kernel == null ? "" : kernel.config(KERNEL_HASH).orElse("").replace("\"", "");
            source = KERNEL_HASH;
        }
        SignatureHash hash = SignatureHash.of(label);
        if (hash != null) {
            return hash;
        }
        String known = String.join(", ", SignatureHash.labels());
        if (label.isEmpty()) {
            throw usage(arguments, "--sign: name the kernel with --kernel, or the digest with --sign-hash: " + known);
        }
        throw usage(arguments, source + ": '" + label + "' is none of " + known);
    }

    private static ParameterException usage(ParseResult arguments, String problem) {
        return new ParameterException(arguments.commandSpec().commandLine(), problem);
    }
}
