using System.Globalization;
using Patterns.Cqrs.Internal;

namespace Patterns.Cqrs;

/// <summary>Names a version of an aggregate, for a reader who wants to see it: a command's reply has it, and a query takes it.</summary>
/// <param name="AggregateType">The kind of aggregate.</param>
/// <param name="AggregateId">Which one.</param>
/// <param name="Version">Its version.</param>
public readonly record struct ViewToken(string AggregateType, string AggregateId, long Version)
{
    // A type of 200 characters and an id of 1024 bytes, all of them encoded, and a version.
    private const int Longest = 5_000;

    /// <summary>Reads what <see cref="ToString"/> wrote; no other text is a token, and none whose type or id no aggregate can have.</summary>
    public static bool TryParse(string? text, out ViewToken token)
    {
        token = default;
        if (text is null || text.Length > Longest)
        {
            return false;
        }

        var (slash, at) = (text.IndexOf('/', StringComparison.Ordinal), text.LastIndexOf('@'));
        if (slash < 1 || at < slash + 2 || !long.TryParse(text.AsSpan(at + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var version))
        {
            return false;
        }

        var found = new ViewToken(Uri.UnescapeDataString(text[..slash]), Uri.UnescapeDataString(text[(slash + 1)..at]), version);
        if (found.ToString() != text || !AggregateLayout.IsPossible(found.AggregateType, found.AggregateId))
        {
            return false;
        }

        token = found;
        return true;
    }

    /// <summary>The token as text: <c>TYPE/ID@VERSION</c>, with type and id percent-encoded.</summary>
    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture,
        $"{Uri.EscapeDataString(AggregateType ?? "")}/{Uri.EscapeDataString(AggregateId ?? "")}@{Version}");
}
