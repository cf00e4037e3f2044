using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;

namespace Patterns.Local.Services.Sns.Deliveries;

/// <summary>Signs notifications with a key that lives as long as the process.</summary>
internal sealed class NotificationSigner : IDisposable
{
    private const int KeyBits = 2048;

    private readonly Lazy<RSA> _key = new(() => RSA.Create(KeyBits));
    private readonly Lazy<X509Certificate2> _certificate;
    private readonly Lock _lock = new();
    private readonly TimeProvider _time;

    public NotificationSigner(TimeProvider time)
    {
        _time = time;
        _certificate = new Lazy<X509Certificate2>(CreateCertificate);
    }

    /// <summary>Where the endpoint serves the certificate.</summary>
    public string CertificatePath => $"/SimpleNotificationService-{_certificate.Value.Thumbprint.ToLowerInvariant()}.pem";

    public string CertificatePem => _certificate.Value.ExportCertificatePem();

    /// <param name="canonical">The names and values to sign, each on a line.</param>
    /// <param name="version">The topic's signature version: 1 hashes with SHA-1, 2 with SHA-256.</param>
    public string Sign(string canonical, string version)
    {
        var hash = version == "2" ? HashAlgorithmName.SHA256 : HashAlgorithmName.SHA1;
        lock (_lock)
        {
            return Convert.ToBase64String(_key.Value.SignData(Encoding.UTF8.GetBytes(canonical), hash, RSASignaturePadding.Pkcs1));
        }
    }

    public void Dispose()
    {
        if (_certificate.IsValueCreated)
        {
            _certificate.Value.Dispose();
        }

        if (_key.IsValueCreated)
        {
            _key.Value.Dispose();
        }
    }

    private X509Certificate2 CreateCertificate()
    {
        var request = new CertificateRequest("CN=sns.localhost", _key.Value, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        var now = _time.GetUtcNow();
        return request.CreateSelfSigned(now.AddDays(-1), now.AddYears(1));
    }
}
