namespace Patterns.Firehose;

/// <summary>What a <see cref="FirehoseTransformHandler{TIn, TOut}"/> may be told. The defaults are right for most handlers.</summary>
public sealed class FirehoseTransformOptions
{
    /// <summary>The largest reply that Lambda passes on: 6 MB.</summary>
    /// <remarks>Source: docs.aws.amazon.com/lambda/latest/dg/gettingstarted-limits.html, November 2026.</remarks>
    public const int LambdaReplyBytes = 6 * 1024 * 1024;

    /// <summary>How many records are transformed at a time. Default: 10.</summary>
    public int MaxParallelism { get; init; } = 10;

    /// <summary>
    /// How much of the invocation's time is kept back to reply. No record is started in it, running ones are cancelled when it
    /// begins, and those still running at its half are given up; all of these are reported as failed. Default: 2 seconds; never more
    /// than a fifth of the time that remains when the invocation starts.
    /// </summary>
    public TimeSpan DeadlineReserve { get; init; } = TimeSpan.FromSeconds(2);

    /// <summary>
    /// Whether a line feed is added to each record's output, so that the delivered files have one record a line. Output that ends in
    /// one already is left as it is. Default: true.
    /// </summary>
    public bool AppendsNewLine { get; init; } = true;

    /// <summary>
    /// The largest reply, in bytes. A record whose output does not fit any more is reported as failed, so that its original is kept
    /// under the error prefix. Default: <see cref="LambdaReplyBytes"/>; not above it, and at least 1 KiB.
    /// </summary>
    public int MaxReplyBytes { get; init; } = LambdaReplyBytes;

    /// <summary>
    /// Tells failures that a retry may help. One of them fails the invocation, and Firehose sends the whole batch again, three
    /// times by default. <see cref="TimeoutException"/> stands for records that time ran out for. Default: none, and the record
    /// alone is reported as failed.
    /// </summary>
    public Func<Exception, bool> RetriesBatch { get; init; } = static _ => false;

    /// <summary>The clock by which the deadline is kept. Default: the system's.</summary>
    public TimeProvider Time { get; init; } = TimeProvider.System;

    internal FirehoseTransformOptions Validated()
    {
        var mistakes = new List<string>();
        Check(mistakes, MaxParallelism >= 1, $"{nameof(MaxParallelism)} must be at least 1, but is {MaxParallelism}.");
        Check(mistakes, DeadlineReserve >= TimeSpan.Zero, $"{nameof(DeadlineReserve)} must not be negative, but is {DeadlineReserve}.");
        Check(mistakes, MaxReplyBytes is >= 1024 and <= LambdaReplyBytes, $"{nameof(MaxReplyBytes)} must be 1024 to {LambdaReplyBytes}, but is {MaxReplyBytes}.");
        Check(mistakes, RetriesBatch is not null, $"{nameof(RetriesBatch)} must not be null.");
        Check(mistakes, Time is not null, $"{nameof(Time)} must not be null.");
        return mistakes.Count == 0 ? this : throw new OptionsException(nameof(FirehoseTransformOptions), mistakes);
    }

    private static void Check(List<string> mistakes, bool holds, string mistake)
    {
        if (!holds)
        {
            mistakes.Add(mistake);
        }
    }
}
