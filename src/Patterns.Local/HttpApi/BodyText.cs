using System.Text.Unicode;

namespace Patterns.Local.HttpApi;

/// <summary>Decides whether a body reaches the function as text or in Base64.</summary>
/// <remarks>The service goes by the content type; forms are not among its texts.</remarks>
internal static class BodyText
{
    private static readonly string[] s_texts = ["application/json", "application/xml", "application/javascript"];

    public static bool IsText(string? contentType, ReadOnlySpan<byte> body)
    {
        if (!Utf8.IsValid(body))
        {
            return false;
        }

        if (string.IsNullOrEmpty(contentType))
        {
            return true;
        }

        var end = contentType.IndexOf(';', StringComparison.Ordinal);
        return IsTextType(contentType.AsSpan(0, end < 0 ? contentType.Length : end).Trim());
    }

    private static bool IsTextType(ReadOnlySpan<char> type)
    {
        foreach (var text in s_texts)
        {
            if (type.Equals(text, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return type.StartsWith("text/", StringComparison.OrdinalIgnoreCase)
            || type.EndsWith("+json", StringComparison.OrdinalIgnoreCase)
            || type.EndsWith("+xml", StringComparison.OrdinalIgnoreCase);
    }
}
