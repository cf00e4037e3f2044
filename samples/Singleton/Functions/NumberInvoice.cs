using System.Globalization;
using Patterns;
using Patterns.Singleton;
using Patterns.Tables;

namespace Singleton.Functions;

/// <summary>
/// Gives an invoice the next number, without gaps. One function at a time does it; what one wants to write that was frozen in between is
/// refused as soon as another one has the lease, since that one may have read the same last number.
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
        var invoice = new TableKey("invoice", message.Id);
        if (await Stack.State.GetAsync(invoice, context.CancellationToken) is not null)
        {
            return;
        }

        var last = await Stack.State.GetAsync(Series, context.CancellationToken);
        var number = (last?["number"]?.GetInt64() ?? 0) + 1;
        var result = await Stack.State.TransactAsync(
            [
                new TableUpdate(Series).Set("number", number),
                new TableUpdate(invoice).Set("number", number),
                new TableUpdate(new("numbers", number.ToString("D6", CultureInfo.InvariantCulture))).Add("times", 1),
                lease.Check(),
            ],
            null,
            context.CancellationToken);
        if (!result.Committed)
        {
            throw new InvalidOperationException($"Somebody else gives numbers now; {message.Id} has none yet.");
        }
    }
}
