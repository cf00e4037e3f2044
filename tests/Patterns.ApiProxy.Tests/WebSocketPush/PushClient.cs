using System.Text.Json;

namespace Patterns.ApiProxy.Tests.WebSocketPush;

/// <summary>A client that follows one topic by the rules: it takes the next number, ignores old ones, and asks when one is missing.</summary>
internal sealed class PushClient(string topic)
{
    private int _read;

    public string Topic { get; } = topic;

    public InMemoryConnection? Connection { get; private set; }

    /// <summary>The numbers that it took, in order; a jump is marked by the number before which it was told to load anew.</summary>
    public List<long> Taken { get; } = [];

    public long Last { get; private set; }

    public int Reloads { get; private set; }

    public long Highest { get; private set; }

    /// <summary>Whether it knows that it misses something.</summary>
    public bool IsBehind => Highest > Last;

    public void Connected(InMemoryConnection connection)
    {
        Connection = connection;
        _read = 0;
    }

    public void Lost() => Connection = null;

    public void Read()
    {
        var received = Connection?.Received ?? [];
        for (; _read < received.Count; _read++)
        {
            Take(JsonElement.Parse(received[_read]));
        }
    }

    private void Take(JsonElement message)
    {
        var sequence = message.GetProperty("sequence").GetInt64();
        if (message.TryGetProperty("resync", out var resync))
        {
            if (resync.ValueEquals("reload"))
            {
                (Last, Highest, Reloads) = (sequence, sequence, Reloads + 1);
            }

            return;
        }

        Highest = Math.Max(Highest, sequence);
        if (sequence == Last + 1)
        {
            Assert.Equal(sequence, message.GetProperty("data").GetProperty("n").GetInt64());
            Taken.Add(sequence);
            Last = sequence;
        }
    }
}
