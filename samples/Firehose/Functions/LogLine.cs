using System.Text;
using System.Text.RegularExpressions;
using Patterns.Firehose;

namespace Firehose.Functions;

/// <summary>A line in the combined log format, with the request's id as the last part of its path.</summary>
public sealed partial record LogLine(string Address, string Path, string RequestId, int Status, string Agent)
{
    /// <exception cref="FormatException">The line is in another form, and fails alone.</exception>
    public static LogLine Parse(ReadOnlySpan<byte> data, FirehoseRecordContext context)
    {
        var match = Combined().Match(Encoding.UTF8.GetString(data));
        return match.Success
            ? new LogLine(match.Groups[1].Value, match.Groups[2].Value, match.Groups[3].Value, int.Parse(match.Groups[4].ValueSpan), match.Groups[5].Value)
            : throw new FormatException("The line is not in the combined log format.");
    }

    [GeneratedRegex("""^([0-9.]+) \S+ \S+ \[[^\]]+\] "GET (\S+)\?r=(\S+) HTTP/1\.[01]" ([0-9]{3}) [0-9]+ "[^"]*" "([^"]*)"$""", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Combined();
}
