using System.Data.Common;
using System.Text.Json.Serialization;
using Patterns;
using Patterns.Aws;
using Patterns.Singleton;

namespace Snippets;

public sealed record OrderPaid(string OrderId);

[JsonSerializable(typeof(OrderPaid))]
public sealed partial class OrderPaidJson : JsonSerializerContext;

internal static class Database
{
    public static DbDataSource Source => throw new NotSupportedException();

    public static Task BookAsync(DbConnection connection, OrderPaid order, CancellationToken cancellationToken) => throw new NotSupportedException($"{connection}{order}{cancellationToken}");
}

// snippet: lease-pool
public sealed class BookPayment() : RecordHandler<OrderPaid>(OrderPaidJson.Default.OrderPaid, pipeline: pipeline => pipeline.UseLeasePool(Connections))
{
    private static LeasePool Connections { get; } = new(Table.From(Environment.GetEnvironmentVariable("TABLE")!), new LeasePoolOptions
    {
        Name = "orders-db",
        Size = 40,
        Function = "payments",
        Floors = new Dictionary<string, int> { ["payments"] = 20, ["search"] = 10 },
        Rest = TimeSpan.FromMilliseconds(100),
    });

    protected override async ValueTask HandleAsync(OrderPaid order, RecordContext context)
    {
        // Closed when this ends, and only then is the lease given back.
        await using var connection = await Database.Source.OpenConnectionAsync(context.CancellationToken);
        await Database.BookAsync(connection, order, context.CancellationToken);
    }
}
// end

internal static class Search
{
    public static async Task RunAsync(LeasePool connections, CancellationToken cancellationToken)
    {
        // snippet: lease-pool-lease
        await using var lease = await connections.AcquireAsync(TimeSpan.FromSeconds(5), cancellationToken);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, lease.Lost);
        await using var connection = await Database.Source.OpenConnectionAsync(both.Token);
        // end
    }
}
