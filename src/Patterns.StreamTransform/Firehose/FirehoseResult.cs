using System.Collections.ObjectModel;

namespace Patterns.Firehose;

/// <summary>What became of one record: transformed, dropped, or failed.</summary>
/// <typeparam name="TOut">What is delivered.</typeparam>
/// <remarks>Made by the methods of <see cref="FirehoseTransformHandler{TIn, TOut}"/>. The default value is a failure, so that forgetting one loses nothing.</remarks>
public readonly struct FirehoseResult<TOut>
{
    private readonly IReadOnlyDictionary<string, string>? _partitionKeys;
    private readonly string? _reason;

    internal FirehoseResult(FirehoseStatus status, TOut? data, IReadOnlyDictionary<string, string>? partitionKeys, string? reason)
    {
        Status = status;
        Data = data;
        _partitionKeys = partitionKeys;
        _reason = reason;
    }

    /// <summary>What became of the record.</summary>
    public FirehoseStatus Status { get; }

    /// <summary>What is delivered, where the record was transformed.</summary>
    public TOut? Data { get; }

    /// <summary>The values of <c>!{partitionKeyFromLambda:…}</c> in the delivery stream's prefix; empty for none.</summary>
    public IReadOnlyDictionary<string, string> PartitionKeys => _partitionKeys ?? ReadOnlyDictionary<string, string>.Empty;

    /// <summary>Why the record failed, for the log; null otherwise.</summary>
    public string? Reason => Status == FirehoseStatus.ProcessingFailed ? _reason ?? "The handler gave no result." : null;
}
