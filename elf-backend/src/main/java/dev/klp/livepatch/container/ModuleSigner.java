package dev.klp.livepatch.container;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.InvalidKeyException;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.SignatureException;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSProcessableByteArray;
import org.bouncycastle.cms.CMSSignedDataGenerator;
import org.bouncycastle.cms.jcajce.JcaSignerInfoGeneratorBuilder;
import org.bouncycastle.operator.ContentSigner;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.operator.jcajce.JcaDigestCalculatorProviderBuilder;

/**
 * Signs modules as the kernel wants them ({@code scripts/sign-file.c}, {@code crypto/asymmetric_keys/pkcs7_parser.c}): PKCS#7
 * over the module as it is, without the module, without the certificate, without signed attributes. The kernel finds the
 * certificate among its own by issuer and serial number.
 */
public final class ModuleSigner {
    private final PrivateKey key;
    private final X509CertificateHolder certificate;
    private final String algorithm;

    private ModuleSigner(PrivateKey key, X509CertificateHolder certificate, String algorithm) {
        this.key = key;
        this.certificate = certificate;
        this.algorithm = algorithm;
    }

    /**
     * Reads what signs.
     *
     * @param key a private key as PEM, RSA or EC, perhaps beside a certificate, as in the kernel's {@code signing_key.pem}
     * @param certificate its certificate, as PEM or DER
     * @param hash the digest
     * @param passphrase what an encrypted key is opened with; empty for none
     * @throws IOException if a file cannot be read or holds something else, or the certificate is of another key
     */
    public static ModuleSigner of(Path key, Path certificate, SignatureHash hash, String passphrase)
            throws IOException {
        PrivateKey privateKey = PemFile.privateKey(key, passphrase);
        ModuleSigner signer =
                new ModuleSigner(privateKey, PemFile.certificate(certificate), hash.withKey(privateKey.getAlgorithm()));
        signer.requirePair(certificate);
        return signer;
    }

    /** The signature of a module, in DER. */
    byte[] sign(byte[] module) throws IOException {
        try {
            CMSSignedDataGenerator generator = new CMSSignedDataGenerator();
            ContentSigner signer = new JcaContentSignerBuilder(algorithm).build(key);
            generator.addSignerInfoGenerator(new JcaSignerInfoGeneratorBuilder(
                            new JcaDigestCalculatorProviderBuilder().build(), this::signatureAlgorithm)
                    .setDirectSignature(true)
                    .build(signer, certificate));
            return generator
                    .generate(new CMSProcessableByteArray(module), false)
                    .toASN1Structure()
                    .getEncoded("DER");
        } catch (CMSException | OperatorCreationException e) {
            throw new IOException("the module cannot be signed with " + algorithm + ": " + e.getMessage(), e);
        }
    }

    /** With RSA the kernel knows no name that includes the digest: {@code pkcs7_sig_note_pkey_algo}, pkcs7_parser.c. */
    private AlgorithmIdentifier signatureAlgorithm(AlgorithmIdentifier withDigest) {
        return key.getAlgorithm().equals("RSA")
                ? new AlgorithmIdentifier(PKCSObjectIdentifiers.rsaEncryption, DERNull.INSTANCE)
                : withDigest;
    }

    /** A signature that the kernel's certificate does not fit would come to light when the module is loaded. */
    private void requirePair(Path file) throws IOException {
        byte[] probe = {1};
        try {
            Signature signing = Signature.getInstance(algorithm);
            signing.initSign(key);
            signing.update(probe);
            byte[] signature = signing.sign();
            Signature checking = Signature.getInstance(algorithm);
            checking.initVerify(new JcaX509CertificateConverter().getCertificate(certificate));
            checking.update(probe);
            if (checking.verify(signature)) {
                return;
            }
        } catch (SignatureException | InvalidKeyException e) {
            // Of another algorithm or size than the key: no pair either.
        } catch (GeneralSecurityException e) {
            throw new FileSystemException(file.toString(), null, algorithm + " is not to be had: " + e.getMessage());
        }
        throw new FileSystemException(file.toString(), null, "the certificate is not that of the private key");
    }
}
