using System.Globalization;
using System.Text;

namespace Patterns.Local.Services.Kinesis.Wire;

/// <summary>Where the next page of a list of shards begins, and of which list it is.</summary>
/// <param name="Stream">The stream's name.</param>
/// <param name="CreatedAt">When the stream was created, in milliseconds.</param>
/// <param name="After">The last shard of the page before.</param>
/// <param name="Filter">Which shards are listed.</param>
/// <param name="IssuedAt">When the client got it.</param>
internal sealed record ShardsToken(string Stream, long CreatedAt, string After, ShardFilter Filter, DateTimeOffset IssuedAt)
{
    private const string None = "-";

    /// <exception cref="AwsException">The text is no token, or one that is too old.</exception>
    public static ShardsToken Parse(string text, DateTimeOffset now)
    {
        var token = Decode(text).Split(' ') is [var stream, var created, var after, var type, var shard, var time, var issued]
            && long.TryParse(created, NumberStyles.None, CultureInfo.InvariantCulture, out var createdAt)
            && TryReadTime(time, out var moment) && TryReadTime(issued, out var issuedAt)
            ? new ShardsToken(stream, createdAt, after, new ShardFilter(type, shard == None ? null : shard, moment), issuedAt)
            : throw KinesisErrors.InvalidArgument("Invalid NextToken.");
        return now - token.IssuedAt <= KinesisLimits.TokenLife ? token : throw KinesisErrors.TokenExpired();
    }

    public override string ToString() => Convert.ToBase64String(Encoding.UTF8.GetBytes(
        $"{Stream} {CreatedAt} {After} {Filter.Type} {Filter.ShardId ?? None} {Filter.Time.ToUnixTimeMilliseconds()} {IssuedAt.ToUnixTimeMilliseconds()}"));

    private static bool TryReadTime(string text, out DateTimeOffset time)
    {
        var isTime = long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var milliseconds) && milliseconds <= DateTimeOffset.MaxValue.ToUnixTimeMilliseconds();
        time = isTime ? DateTimeOffset.FromUnixTimeMilliseconds(milliseconds) : default;
        return isTime;
    }

    private static string Decode(string text)
    {
        var bytes = new byte[text.Length];
        return Convert.TryFromBase64String(text, bytes, out var length) ? Encoding.UTF8.GetString(bytes.AsSpan(0, length)) : "";
    }
}
