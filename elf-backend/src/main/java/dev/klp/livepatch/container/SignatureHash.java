package dev.klp.livepatch.container;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The digests with which the kernel checks the signatures of modules: {@code pkcs7_sig_note_digest_algo} in
 * {@code crypto/asymmetric_keys/pkcs7_parser.c}. SHA-3 since Linux 6.7.
 */
public enum SignatureHash {
    SHA1("sha1", "SHA1"),
    SHA224("sha224", "SHA224"),
    SHA256("sha256", "SHA256"),
    SHA384("sha384", "SHA384"),
    SHA512("sha512", "SHA512"),
    SHA3_256("sha3-256", "SHA3-256"),
    SHA3_384("sha3-384", "SHA3-384"),
    SHA3_512("sha3-512", "SHA3-512");

    /** The name in the kernel's configuration. */
    private final String label;

    private final String javaName;

    SignatureHash(String label, String javaName) {
        this.label = label;
        this.javaName = javaName;
    }

    /** The digest of that name in {@code CONFIG_MODULE_SIG_HASH}, such as {@code sha256}, or null. */
    public static @Nullable SignatureHash of(String label) {
        for (SignatureHash hash : values()) {
            if (hash.label.equals(label)) {
                return hash;
            }
        }
        return null;
    }

    /** All names. */
    public static List<String> labels() {
        return Arrays.stream(values()).map(hash -> hash.label).toList();
    }

    /** The signature algorithm with a key of that kind, {@code RSA} or {@code EC}, as JCA names it. */
    String withKey(String keyAlgorithm) {
        return javaName + "with" + (keyAlgorithm.equals("EC") ? "ECDSA" : keyAlgorithm);
    }
}
