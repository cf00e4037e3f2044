using System.Globalization;
using Patterns;
using Patterns.LongRunning;
using Patterns.Tables;

namespace LongRunning.Functions;

/// <summary>Imports the payments of a file, a page at a time: the balances change together with the checkpoint, so that each payment counts once.</summary>
public sealed class ImportFile() : LongRunningHandler<ImportState>(Imports.Jobs)
{
    // What another system takes for a page of payments.
    private static readonly TimeSpan Booking = TimeSpan.FromMilliseconds(100);

    protected override async ValueTask<Slice<ImportState>> RunSliceAsync(ImportState state, SliceContext slice)
    {
        var lines = await ReadAsync(state, slice.CancellationToken);
        await Task.Delay(Booking, slice.CancellationToken);
        var payments = lines.Select(Parse).ToList();
        foreach (var account in payments.OfType<(string Account, decimal Amount)>().GroupBy(payment => payment.Account))
        {
            slice.Enlist(new TableUpdate(new($"account/{account.Key}", state.File)) { Table = Imports.Balances }
                .Add("amount", account.Sum(payment => payment.Amount))
                .Add("payments", account.Count()));
        }

        var next = state with
        {
            NextPage = state.NextPage + 1,
            Payments = state.Payments + payments.Count(payment => payment is not null),
            Rejected = state.Rejected + payments.Count(payment => payment is null),
        };
        var progress = new JobProgress(next.NextPage, next.Pages);
        return next.NextPage == next.Pages ? Slice.Last(next, progress) : Slice.Next(next, progress);
    }

    private static async Task<string[]> ReadAsync(ImportState state, CancellationToken cancellationToken)
    {
        var page = await Imports.Files.GetAsync(new($"file/{state.File}", $"{state.NextPage:D6}"), cancellationToken)
            ?? throw new NonRetryableException($"The file {state.File} has no page {state.NextPage}.");
        return page["text"]!.GetString().Split('\n', StringSplitOptions.RemoveEmptyEntries);
    }

    /// <summary>A payment is an account and an amount; null for a line that is none.</summary>
    private static (string Account, decimal Amount)? Parse(string line) =>
        line.Split(';') is [var account, var amount] && decimal.TryParse(amount, NumberStyles.Number, CultureInfo.InvariantCulture, out var value) ? (account, value) : null;
}
