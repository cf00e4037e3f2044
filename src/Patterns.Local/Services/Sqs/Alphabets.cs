using System.Buffers;

namespace Patterns.Local.Services.Sqs;

/// <summary>The sets of characters that names are made of.</summary>
internal static class Alphabets
{
    private const string Alphanumeric = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789";

    /// <summary>Of queue names, batch entry ids and permission labels.</summary>
    public static SearchValues<char> Name { get; } = SearchValues.Create(Alphanumeric + "-_");

    public static SearchValues<char> AttributeName { get; } = SearchValues.Create(Alphanumeric + "-_.");

    /// <summary>Whether the text is 1 to 80 characters of <see cref="Name"/>.</summary>
    public static bool IsName(ReadOnlySpan<char> text) => text.Length is >= 1 and <= 80 && !text.ContainsAnyExcept(Name);
}
