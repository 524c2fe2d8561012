package manumit.hub.testing;

import java.io.IOException;
import java.io.StringWriter;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Date;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import javax.security.auth.x500.X500Principal;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.openssl.jcajce.JcaPEMWriter;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/// A certificate authority of its own for one test.
public final class TestAuthority {

    private static final char[] NO_PASSWORD = {};
    private static final Duration DAY = Duration.ofDays(1);

    private final Issued root;

    /// A certificate with its key.
    public record Issued(X509Certificate certificate, KeyPair keys) {

        public void writeTo(Path certificateFile, Path keyFile) {
            write(certificateFile, certificate);
            write(keyFile, keys.getPrivate());
        }

        private static void write(Path file, Object pem) {
            try {
                StringWriter text = new StringWriter();
                try (JcaPEMWriter writer = new JcaPEMWriter(text)) {
                    writer.writeObject(
                            pem instanceof java.security.PrivateKey key
                                    ? new org.bouncycastle.util.io.pem.PemObject(
                                            "PRIVATE KEY", key.getEncoded())
                                    : pem);
                }
                Files.writeString(file, text.toString());
            } catch (IOException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    public TestAuthority(String name) {
        KeyPair keys = keys();
        this.root =
                new Issued(
                        sign(new X500Principal(name), keys, new X500Principal(name), keys, true),
                        keys);
    }

    public void writeTo(Path file) {
        Issued.write(file, root.certificate());
    }

    /// Good for a day, for `localhost` too.
    public Issued issue(String subject) {
        KeyPair keys = keys();
        X509Certificate certificate =
                sign(
                        new X500Principal(subject),
                        keys,
                        root.certificate().getSubjectX500Principal(),
                        root.keys(),
                        false);
        return new Issued(certificate, keys);
    }

    /// What trusts this authority and shows that certificate.
    ///
    /// @param own certificates to show; none: shows none
    public SSLContext tls(Issued... own) {
        try {
            KeyStore trusted = KeyStore.getInstance("PKCS12");
            trusted.load(null, null);
            trusted.setCertificateEntry("root", root.certificate());
            TrustManagerFactory trust =
                    TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            trust.init(trusted);
            KeyStore shown = KeyStore.getInstance("PKCS12");
            shown.load(null, null);
            for (Issued each : own) {
                shown.setKeyEntry(
                        "own",
                        each.keys().getPrivate(),
                        NO_PASSWORD,
                        new X509Certificate[] {each.certificate()});
            }
            KeyManagerFactory keys =
                    KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            keys.init(shown, NO_PASSWORD);
            SSLContext tls = SSLContext.getInstance("TLS");
            tls.init(keys.getKeyManagers(), trust.getTrustManagers(), new SecureRandom());
            return tls;
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static KeyPair keys() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static X509Certificate sign(
            X500Principal subject,
            KeyPair keys,
            X500Principal issuer,
            KeyPair issuerKeys,
            boolean authority) {
        Instant now = InstantSource.system().instant();
        try {
            JcaX509v3CertificateBuilder builder =
                    new JcaX509v3CertificateBuilder(
                            issuer,
                            new BigInteger(64, new SecureRandom()).add(BigInteger.ONE),
                            Date.from(now.minus(DAY)),
                            Date.from(now.plus(DAY)),
                            subject,
                            keys.getPublic());
            builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(authority));
            if (!authority) {
                builder.addExtension(
                        Extension.subjectAlternativeName,
                        false,
                        new GeneralNames(
                                new GeneralName[] {
                                    new GeneralName(GeneralName.dNSName, "localhost"),
                                    new GeneralName(GeneralName.iPAddress, "127.0.0.1")
                                }));
            }
            return new JcaX509CertificateConverter()
                    .getCertificate(
                            builder.build(
                                    new JcaContentSignerBuilder("SHA256withECDSA")
                                            .build(issuerKeys.getPrivate())));
        } catch (IOException | OperatorCreationException | GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
