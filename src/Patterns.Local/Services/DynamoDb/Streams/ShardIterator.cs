using System.Globalization;
using System.Text;

namespace Patterns.Local.Services.DynamoDb.Streams;

/// <summary>A place in a shard that a client holds for up to 15 minutes.</summary>
/// <param name="StreamArn">The stream.</param>
/// <param name="ShardId">The shard.</param>
/// <param name="Position">The position of the next record.</param>
/// <param name="IssuedAt">When the client got it.</param>
internal sealed record ShardIterator(string StreamArn, string ShardId, long Position, DateTimeOffset IssuedAt)
{
    private const string Separator = "|1|";

    private static readonly TimeSpan s_life = TimeSpan.FromMinutes(15);

    /// <exception cref="AwsException">The text is no iterator.</exception>
    public static ShardIterator Parse(string text)
    {
        var at = text.LastIndexOf(Separator, StringComparison.Ordinal);
        return at > 0 && Decode(text[(at + Separator.Length)..]).Split(' ') is [var shard, var position, var issued]
            && long.TryParse(position, NumberStyles.None, CultureInfo.InvariantCulture, out var place)
            && long.TryParse(issued, NumberStyles.None, CultureInfo.InvariantCulture, out var milliseconds)
            && milliseconds <= DateTimeOffset.MaxValue.ToUnixTimeMilliseconds()
            ? new ShardIterator(text[..at], shard, place, DateTimeOffset.FromUnixTimeMilliseconds(milliseconds))
            : throw StreamErrors.InvalidIterator();
    }

    public bool IsExpired(DateTimeOffset now) => now - IssuedAt > s_life;

    public override string ToString() =>
        StreamArn + Separator + Convert.ToBase64String(Encoding.UTF8.GetBytes($"{ShardId} {Position} {IssuedAt.ToUnixTimeMilliseconds()}"));

    private static string Decode(string text)
    {
        var bytes = new byte[text.Length];
        return Convert.TryFromBase64String(text, bytes, out var length) ? Encoding.UTF8.GetString(bytes.AsSpan(0, length)) : "";
    }
}
