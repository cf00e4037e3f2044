using System.Text.Json.Serialization;
using Patterns.Singleton;

namespace Patterns.Chains.Tests.Singleton;

/// <summary>Works for a while under the lease that a message names.</summary>
internal sealed class OnlyOne(LeaseStore leases, WhenHeld whenHeld, TimeProvider time) : SingletonHandler<string>(
    TextJson.Default.String,
    new SingletonOptions<string> { Leases = leases, LeaseName = message => message, WhenHeld = whenHeld },
    new RecordHandlerOptions { Time = time })
{
    private int _running;

    public TimeSpan Work { get; init; } = TimeSpan.FromSeconds(2);

    public Exception? Failure { get; set; }

    public List<long> Tokens { get; } = [];

    public int MostAtATime { get; private set; }

    protected override async ValueTask HandleAsOwnerAsync(string message, Lease lease, RecordContext context)
    {
        MostAtATime = Math.Max(MostAtATime, Interlocked.Increment(ref _running));
        Tokens.Add(lease.Token);
        if (Failure is not null)
        {
            throw Failure;
        }

        if (whenHeld == WhenHeld.Wait || Work > TimeSpan.FromMinutes(1))
        {
            await Task.Delay(Work, time, context.CancellationToken);
        }

        Interlocked.Decrement(ref _running);
    }
}

[JsonSerializable(typeof(string))]
internal sealed partial class TextJson : JsonSerializerContext;
