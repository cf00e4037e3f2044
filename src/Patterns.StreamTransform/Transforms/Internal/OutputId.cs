using System.Globalization;

namespace Patterns.StreamTransform.Internal;

/// <summary>The id of an output: that of its input and its position, the same on every replay.</summary>
internal static class OutputId
{
    public static string Of(string messageId, int position) => position == 0
        ? string.Concat(messageId, "#0")
        : string.Create(CultureInfo.InvariantCulture, $"{messageId}#{position}");
}
