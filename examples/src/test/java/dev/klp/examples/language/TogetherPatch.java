package dev.klp.examples.language;

import dev.klp.annotations.KlpPatch;

/** One module of two patches, as a cumulative release is. */
@KlpPatch(includes = {SyscallsPatch.class, SwappinessPatch.class})
interface TogetherPatch {}
