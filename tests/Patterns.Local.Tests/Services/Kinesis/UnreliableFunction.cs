using System.Text;
using System.Text.Json;
using Patterns.Local.Functions;

namespace Patterns.Local.Tests.Services.Kinesis;

/// <summary>Takes records, fails now and then as its seed says, and watches the order of each key.</summary>
internal sealed class UnreliableFunction(int seed) : IFunctionInvoker
{
    private readonly Lock _lock = new();
    private readonly Random _random = new(seed);
    private readonly Dictionary<string, List<int>> _done = [];
    private int _calls;

    /// <summary>The numbers of each key that succeeded, in the order of their first success.</summary>
    public IReadOnlyDictionary<string, List<int>> Done => _done;

    public int Count
    {
        get
        {
            lock (_lock)
            {
                return _done.Values.Sum(numbers => numbers.Count);
            }
        }
    }

    public async Task<InvocationResult> InvokeAsync(string functionName, ReadOnlyMemory<byte> payload, InvocationOptions options, CancellationToken cancellationToken)
    {
        await Task.Yield();
        var records = MappedStream.Records(Encoding.UTF8.GetString(payload.Span)).ToList();
        lock (_lock)
        {
            var request = $"{++_calls}";
            var done = _random.Next(3) == 0 ? _random.Next(records.Count) : records.Count;
            foreach (var record in records[..done])
            {
                Finish(record.GetProperty("kinesis"));
            }

            return done == records.Count
                ? new InvocationResult(request, "null"u8.ToArray())
                : new InvocationResult(request, Failed(records[done]));
        }
    }

    private void Finish(JsonElement record)
    {
        var key = KinesisWorld.Text(record, "partitionKey");
        var number = int.Parse(Encoding.UTF8.GetString(record.GetProperty("data").GetBytesFromBase64()), System.Globalization.CultureInfo.InvariantCulture);
        if (!_done.TryGetValue(key, out var numbers))
        {
            _done[key] = numbers = [];
        }

        if (!numbers.Contains(number))
        {
            numbers.Add(number);
        }
    }

    private static byte[] Failed(JsonElement record) => Encoding.UTF8.GetBytes(
        $$"""{"batchItemFailures":[{"itemIdentifier":"{{KinesisWorld.Text(record.GetProperty("kinesis"), "sequenceNumber")}}"}]}""");
}
