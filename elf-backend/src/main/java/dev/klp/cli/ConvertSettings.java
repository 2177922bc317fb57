package dev.klp.cli;

import dev.klp.livepatch.container.ModuleSigner;
import dev.klp.livepatch.convert.ConversionTarget;
import org.jspecify.annotations.Nullable;

/**
 * What holds for every module of one command.
 *
 * @param target what is known of the kernel
 * @param stripsSignature whether the signature of a signed module is left out
 * @param signer what signs the results, or null
 */
record ConvertSettings(
        ConversionTarget target,
        boolean stripsSignature,
        @Nullable ModuleSigner signer) {}
