package dev.identityexplorer.web;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.cert.CertificateFactory;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.List;
import java.util.regex.Pattern;
import org.eclipse.jetty.util.ssl.SslContextFactory;

/**
 * What a server of HTTPS shows and proves, from PEM files as every certificate authority hands them out.
 *
 * @param chain the certificate, followed by those that vouch for it
 * @param key its private key, PKCS #8, not encrypted
 */
public record Certificate(Path chain, Path key) {

    private static final Pattern PKCS8 =
            Pattern.compile("-----BEGIN PRIVATE KEY-----(.*?)-----END PRIVATE KEY-----", Pattern.DOTALL);

    /** @throws WebException if the files are not there, or not of one pair */
    SslContextFactory.Server context() {
        try {
            var certificates = CertificateFactory.getInstance("X.509")
                    .generateCertificates(new ByteArrayInputStream(Files.readAllBytes(chain)))
                    .toArray(java.security.cert.Certificate[]::new);
            if (certificates.length == 0) {
                throw unusable(chain, "it holds no certificate", new IOException("empty"));
            }
            var store = KeyStore.getInstance("PKCS12");
            store.load(null, null);
            var privateKey = privateKey();
            requirePair(privateKey, certificates[0]);
            store.setKeyEntry("server", privateKey, new char[0], certificates);
            var factory = new SslContextFactory.Server();
            factory.setKeyStore(store);
            factory.setKeyStorePassword("");
            // Which names are answered, the guard knows; a certificate is no list of them.
            factory.setSniRequired(false);
            factory.setRenegotiationAllowed(false);
            return factory;
        } catch (IOException e) {
            throw unusable(chain, "it cannot be read", e);
        } catch (GeneralSecurityException e) {
            throw unusable(chain, "it is no certificate in PEM form that fits the key", e);
        }
    }

    /** Jetty would notice only when the first browser comes. */
    private static void requirePair(PrivateKey key, java.security.cert.Certificate certificate)
            throws GeneralSecurityException {
        var name = key.getAlgorithm().equals("RSA")
                ? "SHA256withRSA"
                : key.getAlgorithm().equals("EC") ? "SHA256withECDSA" : "EdDSA";
        var signature = Signature.getInstance(name);
        signature.initSign(key);
        var signed = signature.sign();
        signature.initVerify(certificate.getPublicKey());
        if (!signature.verify(signed)) {
            throw new GeneralSecurityException("The key is another certificate's.");
        }
    }

    private PrivateKey privateKey() {
        try {
            var pem = PKCS8.matcher(Files.readString(key));
            if (!pem.find()) {
                throw unusable(
                        key,
                        "it holds no 'BEGIN PRIVATE KEY'; 'openssl pkcs8 -topk8 -nocrypt -in OLD -out NEW' makes one of"
                                + " other forms",
                        new IOException("no key"));
            }
            var spec = new PKCS8EncodedKeySpec(
                    Base64.getMimeDecoder().decode(pem.group(1).strip()));
            for (var algorithm : List.of("RSA", "EC", "EdDSA")) {
                try {
                    return KeyFactory.getInstance(algorithm).generatePrivate(spec);
                } catch (GeneralSecurityException e) {
                    continue; // a key of another algorithm
                }
            }
            throw unusable(key, "its algorithm is not RSA, EC or EdDSA", new IOException("unknown algorithm"));
        } catch (IOException | IllegalArgumentException e) {
            throw unusable(key, "it cannot be read", e);
        }
    }

    private static WebException unusable(Path file, String why, Exception e) {
        return new WebException(
                400,
                "bad-request",
                "The file " + file + " cannot be used for HTTPS: " + why
                        + ". --tls-cert takes the chain and --tls-key the private key, both as PEM.",
                e);
    }
}
