using System.Globalization;
using System.Text;

namespace Patterns.Local.Services.StepFunctions.Wire;

/// <summary>Where the next page of a list begins, as the text that callers hand back.</summary>
internal static class PageToken
{
    public static string Of(string list, long place) => Convert.ToBase64String(Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{list}:{place}")));

    /// <exception cref="AwsException"><c>InvalidToken</c>: the token is none of this list.</exception>
    public static long? Read(string list, string? token)
    {
        if (token is null)
        {
            return null;
        }

        var bytes = new byte[token.Length];
        var text = Convert.TryFromBase64String(token, bytes, out var length) ? Encoding.UTF8.GetString(bytes, 0, length) : "";
        return text.StartsWith(list + ":", StringComparison.Ordinal) && long.TryParse(text.AsSpan(list.Length + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var place)
            ? place
            : throw StepFunctionsErrors.InvalidToken();
    }

    /// <summary>How many items a page may have.</summary>
    /// <exception cref="AwsException">The caller wants too many.</exception>
    public static int Size(JsonInput input) => input.Number("maxResults") switch
    {
        null or 0 => StepFunctionsLimits.DefaultPageSize,
        >= 0 and <= StepFunctionsLimits.PageSize and var size => (int)size,
        var size => throw StepFunctionsErrors.OutOfRange(size.Value, "maxResults", 0, StepFunctionsLimits.PageSize),
    };
}
