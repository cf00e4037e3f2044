using System.Globalization;
using System.Text;
using Patterns.Local.Services.Kinesis.Storage;

namespace Patterns.Local.Services.Kinesis.Wire;

/// <summary>A place in a shard that a client holds for up to five minutes.</summary>
/// <param name="Stream">The stream's name.</param>
/// <param name="CreatedAt">When the stream was created, so that the iterator is not for a later one of the same name.</param>
/// <param name="ShardId">The shard.</param>
/// <param name="Position">The position of the next record.</param>
/// <param name="IssuedAt">When the client got it.</param>
internal sealed record ShardIterator(string Stream, long CreatedAt, string ShardId, long Position, DateTimeOffset IssuedAt)
{
    public static ShardIterator For(KinesisStream stream, KinesisShard shard, long position, DateTimeOffset now) =>
        new(stream.Name, stream.CreatedAt.ToUnixTimeMilliseconds(), shard.Id, position, now);

    /// <exception cref="AwsException">The text is no iterator.</exception>
    public static ShardIterator Parse(string text)
    {
        return Decode(text).Split(' ') is [var stream, var created, var shard, var position, var issued]
            && TryRead(created, out var createdAt) && TryRead(position, out var place) && TryRead(issued, out var milliseconds)
            && milliseconds <= DateTimeOffset.MaxValue.ToUnixTimeMilliseconds()
            ? new ShardIterator(stream, createdAt, shard, place, DateTimeOffset.FromUnixTimeMilliseconds(milliseconds))
            : throw KinesisErrors.InvalidArgument("Invalid ShardIterator.");
    }

    public bool IsExpired(DateTimeOffset now) => now - IssuedAt > KinesisLimits.IteratorLife;

    public override string ToString() =>
        Convert.ToBase64String(Encoding.UTF8.GetBytes($"{Stream} {CreatedAt} {ShardId} {Position} {IssuedAt.ToUnixTimeMilliseconds()}"));

    private static bool TryRead(string text, out long value) => long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out value);

    private static string Decode(string text)
    {
        var bytes = new byte[text.Length];
        return Convert.TryFromBase64String(text, bytes, out var length) ? Encoding.UTF8.GetString(bytes.AsSpan(0, length)) : "";
    }
}
