package dev.klp.livepatch.arch;

/**
 * arm64. Types from {@code arch/arm64/kernel/module.c:apply_relocate_add}, their numbers from the ELF ABI for the Arm 64-bit
 * architecture, sections 5.7.2 to 5.7.8.
 */
final class Arm64 {
    private static final int R_AARCH64_NONE = 0;
    private static final int R_AARCH64_ABS64 = 257;

    private static final RelocationTypes TYPES = new RelocationTypes("R_AARCH64_")
            .take(0, "0 NONE, 256 NULL")
            .take(2, "259 ABS16, 262 PREL16")
            .take(4, "258 ABS32, 261 PREL32")
            .take(4, "263 MOVW_UABS_G0, 264 MOVW_UABS_G0_NC, 265 MOVW_UABS_G1, 266 MOVW_UABS_G1_NC, 267 MOVW_UABS_G2")
            .take(4, "268 MOVW_UABS_G2_NC, 269 MOVW_UABS_G3, 270 MOVW_SABS_G0, 271 MOVW_SABS_G1, 272 MOVW_SABS_G2")
            .take(4, "273 LD_PREL_LO19, 274 ADR_PREL_LO21, 275 ADR_PREL_PG_HI21, 276 ADR_PREL_PG_HI21_NC")
            .take(4, "277 ADD_ABS_LO12_NC, 278 LDST8_ABS_LO12_NC, 279 TSTBR14, 280 CONDBR19, 282 JUMP26, 283 CALL26")
            .take(4, "284 LDST16_ABS_LO12_NC, 285 LDST32_ABS_LO12_NC, 286 LDST64_ABS_LO12_NC, 299 LDST128_ABS_LO12_NC")
            .take(4, "287 MOVW_PREL_G0, 288 MOVW_PREL_G0_NC, 289 MOVW_PREL_G1, 290 MOVW_PREL_G1_NC, 291 MOVW_PREL_G2")
            .take(4, "292 MOVW_PREL_G2_NC, 293 MOVW_PREL_G3")
            .take(8, "257 ABS64, 260 PREL64")
            .refuse("309 GOT_LD_PREL19, 311 ADR_GOT_PAGE, 312 LD64_GOT_LO12_NC");

    static final Architecture ARM64 = new TabulatedArchitecture(
            "arm64",
            TYPES.taken(),
            TYPES.refused(),
            R_AARCH64_ABS64,
            R_AARCH64_NONE,
            false,
            null,
            "unsupported RELA relocation: ");

    private Arm64() {}
}
