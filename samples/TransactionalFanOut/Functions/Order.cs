using System.Security.Cryptography;
using System.Text.Json;

namespace TransactionalFanOut.Functions;

/// <summary>What a customer orders.</summary>
public sealed record Order(string Id, string Sku, int Quantity, string? Note = null)
{
    public bool IsValid => IsName(Id) && IsName(Sku) && Quantity is > 0 and <= 100 && Note is null or { Length: <= 60_000 };

    /// <summary>The same for the same order, so that one that is posted again is known, and another one under its id is not taken for it.</summary>
    public string Fingerprint() => $"{Id}-{Convert.ToHexString(SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(this, Json.Default.Order)))}";

    /// <summary>Whether it can be the name of an order or of goods.</summary>
    public static bool IsName(string? text) => text is { Length: > 0 and <= 40 } && text.All(letter => char.IsAsciiLetterOrDigit(letter) || letter == '-');
}
