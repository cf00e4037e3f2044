using System.Net.Http.Headers;

namespace Patterns.Http.Internal;

/// <summary>Which media types are what.</summary>
internal static class MediaTypes
{
    /// <summary>The type in small letters, without parameters; empty when there is none that can be read.</summary>
    public static string Of(string? contentType) =>
        MediaTypeHeaderValue.TryParse(contentType, out var type) ? type.MediaType?.ToLowerInvariant() ?? "" : "";

    public static bool IsJson(string mediaType) => mediaType == "application/json" || mediaType.EndsWith("+json", StringComparison.Ordinal);

    public static bool IsXml(string mediaType) => mediaType is "application/xml" or "text/xml" || mediaType.EndsWith("+xml", StringComparison.Ordinal);

    public static bool IsText(string mediaType) => mediaType.StartsWith("text/", StringComparison.Ordinal)
        || IsJson(mediaType)
        || IsXml(mediaType)
        || mediaType is "application/x-www-form-urlencoded" or "application/javascript";
}
