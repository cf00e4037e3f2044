using System.Collections.Frozen;

namespace Patterns.Local.Services.Firehose.Operations;

/// <summary>The operations by name.</summary>
internal static class FirehoseOperations
{
    private static readonly FrozenDictionary<string, IFirehoseOperation> s_all = new IFirehoseOperation[]
    {
        new CreateDeliveryStream(),
        new DeleteDeliveryStream(),
        new DescribeDeliveryStream(),
        new ListDeliveryStreams(),
        new PutRecord(),
        new PutRecordBatch(),
    }.ToFrozenDictionary(operation => operation.GetType().Name);

    public static IEnumerable<string> Names => s_all.Keys;

    /// <exception cref="AwsException">It is not emulated.</exception>
    public static IFirehoseOperation Find(string name) =>
        s_all.TryGetValue(name, out var operation) ? operation : throw AwsException.UnknownOperation("Firehose", name);
}
