namespace Patterns.Http.Internal;

/// <summary>The header by which a client says which of its requests are one and the same.</summary>
internal static class IdempotencyKey
{
    public const string Header = "Idempotency-Key";

    private const int Longest = 255;

    /// <summary>The key; null when the request has none.</summary>
    /// <exception cref="ProblemException">400: the header has no key that can be taken.</exception>
    public static string? Of(ApiRequest request)
    {
        var key = request.Header(Header);
        return key is null ? null : Checked(key);
    }

    /// <summary>The key.</summary>
    /// <exception cref="ProblemException">400: it cannot be taken.</exception>
    public static string Checked(string key) =>
        key.Length is > 0 and <= Longest && key.All(letter => letter is >= ' ' and <= '~')
            ? key
            : throw new ProblemException(Problems.Malformed($"An {Header} has 1 to {Longest} printable characters."));
}
