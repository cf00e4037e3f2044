using System.Globalization;
using Patterns;
using Patterns.Singleton;
using Patterns.Tables;

namespace Singleton.Functions;

/// <summary>
/// Gives an invoice the next number, without gaps. One function at a time does it; one that was frozen in between is refused by the fence,
/// since a later owner has written the series.
/// </summary>
public sealed class NumberInvoice() : SingletonHandler<Request>(Json.Default.Request, new SingletonOptions<Request>
{
    Leases = Stack.Leases,
    LeaseName = _ => "invoice-numbers",
})
{
    private static readonly TableKey Series = new("invoices", "last");

    protected override async ValueTask HandleAsOwnerAsync(Request message, Lease lease, RecordContext context)
    {
        var fenced = new FencedTable(Stack.State, lease);
        var invoice = new TableKey("invoice", message.Id);
        if (await fenced.GetAsync(invoice, context.CancellationToken) is not null)
        {
            return;
        }

        var last = await fenced.GetAsync(Series, context.CancellationToken);
        var number = (last?["number"]?.GetInt64() ?? 0) + 1;
        await fenced.TransactAsync(
            [
                new TableUpdate(Series).Set("number", number),
                new TableUpdate(invoice).Set("number", number),
                new TableUpdate(new("numbers", number.ToString("D6", CultureInfo.InvariantCulture))).Add("times", 1),
            ],
            null,
            context.CancellationToken);
    }
}
