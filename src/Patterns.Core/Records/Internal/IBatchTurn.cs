namespace Patterns.Records.Internal;

/// <summary>The part of a behaviour in one batch. Disposed of when the invocation ends, however it ends.</summary>
internal interface IBatchTurn : IDisposable
{
    /// <summary>
    /// Called once, when all records are decoded and before any handler runs. What it decides about a record takes effect where
    /// the behaviour stands in the pipeline. Throwing fails all records.
    /// </summary>
    /// <param name="cancellationToken">Cancelled when the deadline's reserve begins.</param>
    ValueTask BeforeAsync(CancellationToken cancellationToken);

    /// <summary>
    /// Called once, when all lanes have ended or were given up and before the report. It may fail records that were handled;
    /// throwing fails all of them.
    /// </summary>
    /// <param name="cancellationToken">Cancelled shortly before the report is due.</param>
    ValueTask AfterAsync(CancellationToken cancellationToken);
}
