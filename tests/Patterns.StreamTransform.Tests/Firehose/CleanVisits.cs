using Patterns.Firehose;

namespace Patterns.StreamTransform.Tests.Firehose;

/// <summary>Drops bots, fails on what it is told to, and delivers the rest in capitals.</summary>
internal sealed class CleanVisits(FirehoseTransformOptions? options = null)
    : FirehoseTransformHandler<Visit, Visit>(VisitJson.Default.Visit, VisitJson.Default.Visit, options)
{
    /// <summary>Waited for by the records whose page is <c>slow</c>.</summary>
    public TaskCompletionSource Gate { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Runs before each record.</summary>
    public Action<FirehoseRecordContext>? Sees { get; init; }

    protected override async ValueTask<FirehoseResult<Visit>> TransformAsync(Visit record, FirehoseRecordContext context)
    {
        Sees?.Invoke(context);
        switch (record.Page)
        {
            case "bot":
                return Dropped();
            case "broken":
                throw new InvalidOperationException("cannot");
            case "refused":
                return Failed("no such page");
            case "none":
                return default;
            case "slow":
                await Gate.Task;
                break;
        }

        return Ok(record with { Page = record.Page.ToUpperInvariant() }, record.Country is { } country ? new Dictionary<string, string> { ["country"] = country } : null);
    }
}
