using System.Text.Json.Serialization;
using Patterns.Aws;
using Patterns.LongRunning;
using Patterns.Tables;

namespace Snippets;

public sealed record ImportState(string File, int NextPage);

[JsonSerializable(typeof(ImportState))]
public sealed partial class FileImportJson : JsonSerializerContext;

internal static class Payments
{
    public static Task<(decimal Sum, int Count)> ReadAsync(string file, int page, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return Task.FromResult((Sum: (decimal)page, Count: file.Length));
    }
}

// snippet: long-running
public static class Imports
{
    public static LongRunningJobs<ImportState> Jobs { get; } = new(
        Table.From(Environment.GetEnvironmentVariable("TABLE")!),
        FileImportJson.Default.ImportState,
        new LongRunningOptions
        {
            Name = "imports",
            Resume = Destination.From(Environment.GetEnvironmentVariable("IMPORTS_QUEUE")!),
        });
}

public sealed class ImportPayments() : LongRunningHandler<ImportState>(Imports.Jobs)
{
    protected override async ValueTask<Slice<ImportState>> RunSliceAsync(ImportState state, SliceContext slice)
    {
        var page = await Payments.ReadAsync(state.File, state.NextPage, slice.CancellationToken);

        // Takes effect together with the checkpoint, or not at all.
        slice.Enlist(new TableUpdate(new("balance", state.File)).Add("amount", page.Sum));

        var next = state with { NextPage = state.NextPage + 1 };
        var progress = new JobProgress(next.NextPage, page.Count);
        return next.NextPage == page.Count ? Slice.Last(next, progress) : Slice.Next(next, progress);
    }
}
// end

internal static class StartImport
{
    public static async Task<JobStatus?> RunAsync(string file, CancellationToken cancellationToken)
    {
        // snippet: long-running-jobs
        await Imports.Jobs.StartAsync(file, new ImportState(file, NextPage: 0), cancellationToken);
        var status = await Imports.Jobs.FindAsync(file, cancellationToken);
        await Imports.Jobs.CancelAsync(file, cancellationToken);
        // end
        return status;
    }
}
