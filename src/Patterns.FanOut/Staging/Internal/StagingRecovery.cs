namespace Patterns.FanOut.Internal;

/// <summary>One run of the recovery, within the invocation's deadline.</summary>
internal sealed class StagingRecovery(StagedFanOut fanOut)
    : RecordHandler<string>((_, _) => "", new RecordHandlerOptions { Time = fanOut.Time })
{
    public int Open { get; private set; }

    protected override async ValueTask HandleAsync(string message, RecordContext context) =>
        Open = await fanOut.ResumeAsync(context.Lambda.Logger, context.CancellationToken).ConfigureAwait(false);
}
