using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Bot.Testing.Web;

/// <summary>A server's certificate from an issuer that no machine knows, with the address where the issuer's own could be fetched.</summary>
internal static class UntrustedCertificate
{
    public static X509Certificate2 Issue(Uri issuerCertificate)
    {
        var from = DateTimeOffset.UnixEpoch.AddYears(50);
        var until = from.AddYears(60);
        using var issuerKey = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var issuerRequest = new CertificateRequest("CN=Nobody", issuerKey, HashAlgorithmName.SHA256);
        issuerRequest.CertificateExtensions.Add(new X509BasicConstraintsExtension(certificateAuthority: true, hasPathLengthConstraint: false, 0, critical: true));
        using var issuer = issuerRequest.CreateSelfSigned(from, until);

        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest("CN=news.example", key, HashAlgorithmName.SHA256);
        var names = new SubjectAlternativeNameBuilder();
        names.AddDnsName("news.example");
        request.CertificateExtensions.Add(names.Build());
        request.CertificateExtensions.Add(new X509AuthorityInformationAccessExtension(ocspUris: [], caIssuersUris: [issuerCertificate.AbsoluteUri]));
        using var issued = request.Create(issuer, from, until, [1, 2, 3, 4]);
        using var withKey = issued.CopyWithPrivateKey(key);
        return X509CertificateLoader.LoadPkcs12(withKey.Export(X509ContentType.Pfx), password: null);
    }
}
