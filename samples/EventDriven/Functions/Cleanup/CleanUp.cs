using Patterns;
using Patterns.Aws;
using Patterns.Idempotency;

namespace EventDriven.Functions.Cleanup;

/// <summary>Cleans up after each update that the bus tells of. While it is down the queue keeps the events, and nobody waits for it.</summary>
public sealed class CleanUp : RecordHandler<Update>
{
    private readonly PaperArchive _archive;

    public CleanUp()
        : this(new PaperArchive())
    {
    }

    private CleanUp(PaperArchive archive)
        : base(
            Json.Default.Update,
            new RecordHandlerOptions { FailureDestination = Destination.From(Environment.GetEnvironmentVariable("REJECTED")!) },
            pipeline => pipeline.UseIdempotency(archive.Table, Once)) => _archive = archive;

    private static IdempotencyOptions<Update> Once => new()
    {
        Lease = TimeSpan.FromSeconds(5),
        Retention = TimeSpan.FromDays(30), // longer than dead letters are kept, which may be sent again on their last day
        KeyOf = (update, context) => $"{context.EventName}/{update.Id}/{update.Version}",
        ChecksPayload = false, // a newer release of the relay may say more of the same version
    };

    protected override async ValueTask HandleAsync(Update update, RecordContext context)
    {
        if (!update.IsValid || context.EventName?.Split('.') is not [("asset" or "insurance") and var kind, "updated", "v1"])
        {
            throw new NonRetryableException("This is no update of anything.");
        }

        await _archive.CheckSwitchAsync(context.CancellationToken);
        context.Enlist(PaperArchive.FileAway(kind, update.Id, update.Version));
    }
}
