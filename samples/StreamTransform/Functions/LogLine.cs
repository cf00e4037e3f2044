using System.Buffers.Text;
using System.Globalization;
using System.Text;

namespace StreamTransform.Functions;

/// <summary>A line of a log in the combined log format.</summary>
public sealed record LogLine(string Address, DateTimeOffset Time, string Method, string Path, string? Query, int Status, long Bytes, string UserAgent)
{
    /// <summary>The first part of the path; <c>home</c> for the start page.</summary>
    public string Section => Path.Split('/') is [_, { Length: > 0 } first, ..] ? first : "home";

    /// <summary>The address without its last part, which tells where a visitor is and not who.</summary>
    public string Network => Address[..(Address.LastIndexOf('.') + 1)] + "0/24";

    /// <summary>The words that were searched for; null when the line is no search.</summary>
    public IReadOnlyList<string>? SearchTerms => Query is ['q', '=', .. var words] ? words.Split('+') : null;

    /// <exception cref="FormatException">It is none; the message names the part that is not as it should be.</exception>
    public static LogLine Parse(ReadOnlySpan<byte> line)
    {
        var rest = line;
        var address = Take(ref rest, " "u8, "address");
        Take(ref rest, "["u8, "user");
        var time = Take(ref rest, "] \""u8, "time");
        var method = Take(ref rest, " "u8, "method");
        var target = Take(ref rest, " "u8, "target");
        Take(ref rest, "\" "u8, "protocol");
        var status = Take(ref rest, " "u8, "status");
        var bytes = Take(ref rest, " \""u8, "size");
        Take(ref rest, "\" \""u8, "referrer");
        var agent = Take(ref rest, "\""u8, "user agent");
        var mark = target.IndexOf((byte)'?');
        return new LogLine(
            Encoding.UTF8.GetString(address),
            ReadTime(time),
            Encoding.UTF8.GetString(method),
            Encoding.UTF8.GetString(mark < 0 ? target : target[..mark]),
            mark < 0 ? null : Encoding.UTF8.GetString(target[(mark + 1)..]),
            (int)ReadNumber(status, "status"),
            bytes is [(byte)'-'] ? 0 : ReadNumber(bytes, "size"),
            Encoding.UTF8.GetString(agent));
    }

    private static ReadOnlySpan<byte> Take(ref ReadOnlySpan<byte> rest, ReadOnlySpan<byte> end, string part)
    {
        var index = rest.IndexOf(end);
        if (index < 0)
        {
            throw new FormatException($"The line has no {part}.");
        }

        var taken = rest[..index];
        rest = rest[(index + end.Length)..];
        return taken;
    }

    private static DateTimeOffset ReadTime(ReadOnlySpan<byte> text) =>
        DateTimeOffset.TryParseExact(Encoding.UTF8.GetString(text), "dd/MMM/yyyy:HH:mm:ss zzz", CultureInfo.InvariantCulture, DateTimeStyles.None, out var time)
            ? time
            : throw new FormatException("The line's time cannot be read.");

    private static long ReadNumber(ReadOnlySpan<byte> text, string part) =>
        Utf8Parser.TryParse(text, out long number, out var read) && read == text.Length ? number : throw new FormatException($"The line's {part} is no number.");
}
