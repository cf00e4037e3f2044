using Patterns.StreamTransform.Internal;

namespace Patterns.StreamTransform;

/// <summary>The record that is being transformed, and the place for what becomes of it.</summary>
/// <remarks>
/// Valid until the transform's task ends; emit from one thread at a time. A record for which nothing is emitted is dropped, and
/// counted as such: say why with <see cref="Drop"/>.
/// </remarks>
/// <typeparam name="TOut">What the transform puts out.</typeparam>
public abstract class TransformContext<TOut>
{
    private readonly TransformCause _cause;
    private int _count;
    private bool _hasEnded;

    private protected TransformContext(RecordContext record, in TransformCause cause)
    {
        Record = record;
        _cause = cause;
    }

    /// <summary>The record as it came; in a later stage of a chain, the one that the chain began with.</summary>
    public RecordContext Record { get; }

    /// <summary>
    /// What the input is recognised by: its CloudEvents id, else shard and sequence number, or the queue's message id. In a later
    /// stage of a chain, the id of the output before.
    /// </summary>
    public string MessageId => _cause.MessageId;

    /// <summary>The input's partition key or message group; null where it has none.</summary>
    public string? Key => _cause.Key;

    /// <summary>When the input happened or arrived; null where nobody said.</summary>
    public DateTimeOffset? Time => _cause.Time;

    /// <summary>Cancelled when time runs out.</summary>
    public CancellationToken CancellationToken => Record.CancellationToken;

    internal TransformCause Cause => _cause;

    /// <summary>Whether something was emitted or dropped.</summary>
    internal bool IsAccountedFor { get; set; }

    /// <summary>Puts out a value, with the input's key unless another one is given.</summary>
    /// <exception cref="NonRetryableException">The value is larger than its sink takes.</exception>
    public void Emit(TOut value, string? key = null) => Emit(new TransformOutput<TOut>(value) { Key = key });

    /// <summary>Puts out a value.</summary>
    /// <exception cref="ArgumentException">There is no sink of the name that the output has.</exception>
    /// <exception cref="NonRetryableException">The value is larger than its sink takes.</exception>
    public void Emit(TransformOutput<TOut> output)
    {
        CheckNotEnded();
        IsAccountedFor = true;
        var position = _count++;
        Accept(output, output.Id ?? OutputId.Of(MessageId, position), _cause);
    }

    /// <summary>Says that the input, or a part of it, is left out by rule, so that it is counted.</summary>
    /// <param name="reason">Why, in one of a few fixed words: they become the tag <c>reason</c> of a metric.</param>
    public void Drop(string reason)
    {
        ArgumentException.ThrowIfNullOrEmpty(reason);
        CheckNotEnded();
        IsAccountedFor = true;
        Count(reason);
    }

    /// <summary>The text of a message attribute of the input, or null.</summary>
    public abstract string? GetAttribute(string name);

    /// <summary>Takes an output that is made of <paramref name="cause"/>, which is this input or a later stage's.</summary>
    internal abstract void Accept(in TransformOutput<TOut> output, string id, in TransformCause cause);

    /// <summary>Counts something that was left out.</summary>
    internal abstract void Count(string reason);

    /// <summary>Refuses what comes later, and counts an input of which nothing was said.</summary>
    internal void End()
    {
        _hasEnded = true;
        if (!IsAccountedFor)
        {
            Count(DropReasons.Unsaid);
        }
    }

    private void CheckNotEnded()
    {
        if (_hasEnded)
        {
            throw new InvalidOperationException("The record's transform has ended; await everything that emits before its task ends.");
        }
    }
}
