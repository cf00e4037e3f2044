using Patterns;

namespace Singleton.Functions;

/// <summary>Opens a connection for each request, as many as come at once. Who is refused is refused.</summary>
public sealed class Ungoverned() : RecordHandler<Request>(Json.Default.Request)
{
    protected override async ValueTask HandleAsync(Request message, RecordContext context) =>
        await Database.TryServeAsync(message, context.CancellationToken);
}
