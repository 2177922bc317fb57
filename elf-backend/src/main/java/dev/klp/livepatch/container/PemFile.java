package dev.klp.livepatch.container;

import dev.klp.io.WholeFile;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.security.AlgorithmParameters;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.spec.PKCS8EncodedKeySpec;
import javax.crypto.Cipher;
import javax.crypto.EncryptedPrivateKeyInfo;
import javax.crypto.SecretKey;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.openssl.PEMEncryptedKeyPair;
import org.bouncycastle.openssl.PEMKeyPair;
import org.bouncycastle.openssl.PEMParser;
import org.bouncycastle.openssl.bc.BcPEMDecryptorProvider;
import org.bouncycastle.pkcs.PKCS8EncryptedPrivateKeyInfo;
import org.jspecify.annotations.Nullable;

/** Reads keys and certificates from the files in which {@code openssl} and the kernel's build keep them. */
final class PemFile {
    /** A sequence in DER: how a certificate without PEM around it begins. */
    private static final byte DER_SEQUENCE = 0x30;

    private PemFile() {}

    /**
     * The first private key in a file.
     *
     * @param passphrase what an encrypted key is opened with; empty for none
     * @throws IOException if there is none, or it is neither RSA nor EC, or the passphrase is wrong
     */
    static PrivateKey privateKey(Path file, String passphrase) throws IOException {
        try (PEMParser parser = parser(WholeFile.read(file))) {
            for (Object object = next(parser, file); object != null; object = next(parser, file)) {
                PrivateKeyInfo info = privateKeyInfo(object, file, passphrase);
                if (info != null) {
                    return privateKey(info, file);
                }
            }
        }
        throw failure(file, "there is no private key in it (PEM, '-----BEGIN PRIVATE KEY-----')", null);
    }

    /**
     * The first certificate in a file.
     *
     * @throws IOException if there is none
     */
    static X509CertificateHolder certificate(Path file) throws IOException {
        byte[] bytes = WholeFile.read(file);
        if (bytes.length > 0 && bytes[0] == DER_SEQUENCE) {
            try {
                return new X509CertificateHolder(bytes);
            } catch (IOException | RuntimeException e) {
                throw failure(file, "it is no X.509 certificate", e);
            }
        }
        try (PEMParser parser = parser(bytes)) {
            for (Object object = next(parser, file); object != null; object = next(parser, file)) {
                if (object instanceof X509CertificateHolder certificate) {
                    return certificate;
                }
            }
        }
        throw failure(file, "there is no X.509 certificate in it (PEM, '-----BEGIN CERTIFICATE-----', or DER)", null);
    }

    private static PEMParser parser(byte[] bytes) {
        return new PEMParser(new StringReader(new String(bytes, StandardCharsets.ISO_8859_1)));
    }

    private static @Nullable Object next(PEMParser parser, Path file) throws IOException {
        try {
            return parser.readObject();
        } catch (IOException | RuntimeException e) {
            throw failure(file, "a part of it is broken PEM", e);
        }
    }

    private static @Nullable PrivateKeyInfo privateKeyInfo(Object object, Path file, String passphrase)
            throws IOException {
        if (object instanceof PrivateKeyInfo info) {
            return info;
        }
        if (object instanceof PEMKeyPair pair) {
            return pair.getPrivateKeyInfo();
        }
        boolean isEncrypted = object instanceof PKCS8EncryptedPrivateKeyInfo || object instanceof PEMEncryptedKeyPair;
        if (!isEncrypted) {
            return null;
        }
        if (passphrase.isEmpty()) {
            throw failure(file, "the private key is encrypted; its passphrase is taken from KBUILD_SIGN_PIN", null);
        }
        try {
            return object instanceof PKCS8EncryptedPrivateKeyInfo info
                    ? decrypted(info, passphrase)
                    : ((PEMEncryptedKeyPair) object)
                            .decryptKeyPair(new BcPEMDecryptorProvider(passphrase.toCharArray()))
                            .getPrivateKeyInfo();
        } catch (IOException | GeneralSecurityException | RuntimeException e) {
            throw failure(file, "the private key cannot be opened with the passphrase in KBUILD_SIGN_PIN", e);
        }
    }

    /** By the JDK's ciphers: BouncyCastle's decryptor asks for names that only its own provider knows. */
    private static PrivateKeyInfo decrypted(PKCS8EncryptedPrivateKeyInfo info, String passphrase)
            throws IOException, GeneralSecurityException {
        EncryptedPrivateKeyInfo encrypted = new EncryptedPrivateKeyInfo(info.getEncoded());
        AlgorithmParameters parameters = encrypted.getAlgParameters();
        // PBES2 is a frame; which digest and cipher are in it is told by the parameters alone.
        String algorithm = parameters.toString();
        SecretKey key =
                SecretKeyFactory.getInstance(algorithm).generateSecret(new PBEKeySpec(passphrase.toCharArray()));
        Cipher cipher = Cipher.getInstance(algorithm);
        cipher.init(Cipher.DECRYPT_MODE, key, parameters);
        return PrivateKeyInfo.getInstance(encrypted.getKeySpec(cipher).getEncoded());
    }

    private static PrivateKey privateKey(PrivateKeyInfo info, Path file) throws IOException {
        var identifier = info.getPrivateKeyAlgorithm().getAlgorithm();
        String algorithm = identifier.equals(PKCSObjectIdentifiers.rsaEncryption)
                ? "RSA"
                : identifier.equals(X9ObjectIdentifiers.id_ecPublicKey) ? "EC" : null;
        if (algorithm == null) {
            throw failure(file, "the private key is neither RSA nor EC, the kinds that the kernel checks", null);
        }
        try {
            return KeyFactory.getInstance(algorithm).generatePrivate(new PKCS8EncodedKeySpec(info.getEncoded()));
        } catch (GeneralSecurityException e) {
            throw failure(file, "the private key is broken", e);
        }
    }

    private static IOException failure(Path file, String problem, @Nullable Exception cause) {
        FileSystemException failure = new FileSystemException(file.toString(), null, problem);
        if (cause != null) {
            failure.initCause(cause);
        }
        return failure;
    }
}
