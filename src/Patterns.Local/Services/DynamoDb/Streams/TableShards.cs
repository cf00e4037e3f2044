using System.Globalization;
using Patterns.Local.Services.Streams;

namespace Patterns.Local.Services.DynamoDb.Streams;

/// <summary>The open shards of a table's stream. A key is always in the same line of shards, each the child of the one before.</summary>
/// <remarks>Not safe for several threads.</remarks>
internal sealed class TableShards
{
    /// <summary>After about this time the service closes a shard and continues it in a new one.</summary>
    private static readonly TimeSpan s_life = TimeSpan.FromHours(4);

    private readonly RecordStream _log;
    private readonly Shard[] _open;

    /// <summary>Digits of the stream's own, so that numbers of different streams differ.</summary>
    private readonly ulong _stamp;
    private long _lastNumber;

    public TableShards(RecordStream log, int count)
    {
        _log = log;
        _stamp = KeyHash.Of(log.Arn) % 1_000_000_000;
        _open = new Shard[count];
        for (var i = 0; i < count; i++)
        {
            _open[i] = Add();
        }
    }

    /// <summary>The shard that takes the key now.</summary>
    public Shard For(string partition)
    {
        var line = (int)((KeyHash.Of(partition) >> 32) % (uint)_open.Length);
        RollOver(line);
        return _open[line];
    }

    /// <summary>A number above all earlier ones of the stream, as long as those of the service.</summary>
    public string NextSequenceNumber() => string.Create(CultureInfo.InvariantCulture, $"1{++_lastNumber:D11}{_stamp:D9}");

    public void RollOver()
    {
        for (var line = 0; line < _open.Length; line++)
        {
            RollOver(line);
        }
    }

    public void Close()
    {
        foreach (var shard in _open)
        {
            shard.Close();
        }
    }

    private void RollOver(int line)
    {
        var old = _open[line];
        if (_log.Time.GetUtcNow() - old.StartedAt >= s_life)
        {
            old.Close();
            _open[line] = Add(old.Id);
        }
    }

    private Shard Add(params IReadOnlyList<string> parents)
    {
        var number = NextSequenceNumber();
        return _log.AddShard(IdOf(number), number, parents);
    }

    private string IdOf(string sequenceNumber) =>
        $"shardId-{_log.Time.GetUtcNow().ToUnixTimeMilliseconds():D20}-{KeyHash.Of(_log.Arn + sequenceNumber) >> 32:x8}";
}
