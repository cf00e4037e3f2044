using Patterns;

namespace Singleton.Functions;

/// <summary>The same with a lease for each connection. Two functions are this class, each with a floor of its own.</summary>
public sealed class Governed() : RecordHandler<Request>(
    Json.Default.Request,
    pipeline: pipeline => pipeline.UseLeasePool(Stack.Connections, patience: TimeSpan.FromSeconds(6)))
{
    protected override async ValueTask HandleAsync(Request message, RecordContext context)
    {
        if (!await Database.TryServeAsync(message, context.CancellationToken))
        {
            throw new InvalidOperationException("The database refused a connection.");
        }
    }
}
