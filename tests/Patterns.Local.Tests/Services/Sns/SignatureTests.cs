using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using Patterns.Local.Services.Sns.Publishing;

namespace Patterns.Local.Tests.Services.Sns;

public sealed class SignatureTests : SnsTestBase
{
    private static readonly string[] Signed = ["Message", "MessageId", "Subject", "Timestamp", "TopicArn", "Type"];

    [Theory]
    [InlineData("1", "subject")]
    [InlineData("1", null)]
    [InlineData("2", "subject")]
    public async Task The_certificate_verifies_the_signature(string version, string? subject)
    {
        var topic = Topic(("SignatureVersion", version));
        Sns.Subscribe(topic, "sqs", Queue);

        await PublishAsync(topic, new PublishInput("text\nwith lines") { Subject = subject });

        var document = Json(Targets.BodiesTo(Queue)[0]);
        var canonical = string.Concat(Signed.Where(name => document.TryGetProperty(name, out _)).Select(name => $"{name}\n{document.GetProperty(name).GetString()}\n"));
        using var certificate = X509Certificate2.CreateFromPem(Sns.Signer.CertificatePem);
        using var key = certificate.GetRSAPublicKey()!;
        var hash = version == "1" ? HashAlgorithmName.SHA1 : HashAlgorithmName.SHA256;
        Assert.True(key.VerifyData(Encoding.UTF8.GetBytes(canonical), document.GetProperty("Signature").GetBytesFromBase64(), hash, RSASignaturePadding.Pkcs1));
        Assert.Equal(version, document.GetProperty("SignatureVersion").GetString());
        Assert.EndsWith(Sns.Signer.CertificatePath, document.GetProperty("SigningCertURL").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task All_subscribers_get_the_same_signature()
    {
        var topic = Topic();
        Sns.Subscribe(topic, "sqs", Queue);
        Sns.Subscribe(topic, "sqs", OtherQueue);

        await PublishAsync(topic, "m");

        Assert.Equal(Json(Targets.BodiesTo(Queue)[0]).GetProperty("Signature").GetString(), Json(Targets.BodiesTo(OtherQueue)[0]).GetProperty("Signature").GetString());
    }
}
