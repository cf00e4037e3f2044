using System.Security.Cryptography;
using System.Text;

namespace Patterns.Local.Stacks;

/// <summary>Names resources that the template leaves unnamed: <c>{stack}-{logical id}-{suffix}</c>, the same in every run.</summary>
internal sealed class PhysicalNames(string stack)
{
    private const string Letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    private const int SuffixLength = 12;
    private const int ApiIdLength = 10;

    /// <param name="logicalId">The resource.</param>
    /// <param name="longest">How long a name of its type may be; stack and logical id are cut to fit.</param>
    /// <param name="ending">What the name must end in, such as <c>.fifo</c>.</param>
    public string For(string logicalId, int longest, string ending = "")
    {
        var room = longest - SuffixLength - ending.Length - 2;
        var stackPart = stack[..Math.Min(stack.Length, Math.Max(room - logicalId.Length, room / 2))];
        var idPart = logicalId[..Math.Min(logicalId.Length, room - stackPart.Length)];
        return $"{stackPart}-{idPart}-{Suffix(logicalId, SuffixLength)}{ending}";
    }

    /// <summary>The id of an API, a route or an integration: small letters and digits, as the service gives them.</summary>
    public string IdFor(string logicalId) => Suffix(logicalId, ApiIdLength).ToLowerInvariant();

    private string Suffix(string logicalId, int length)
    {
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes($"{stack}/{logicalId}"));
        return string.Create(length, hash, static (text, bytes) =>
        {
            for (var i = 0; i < text.Length; i++)
            {
                text[i] = Letters[bytes[i] % Letters.Length];
            }
        });
    }
}
