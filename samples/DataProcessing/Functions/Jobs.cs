using System.Security.Cryptography;
using System.Text.Json;
using Patterns.Aws;
using Patterns.DataProcessing;
using Patterns.FanIn;
using Patterns.Tables;

namespace DataProcessing.Functions;

/// <summary>The jobs: all functions that have to do with them mean the same ones.</summary>
public static class Jobs
{
    private static readonly TimeSpan Retention = TimeSpan.FromDays(14);

    private static readonly ITable JobTable = Table.From(Environment.GetEnvironmentVariable("TABLE")!);

    public static FanInStore Store { get; } = new(JobTable, new FanInStoreOptions
    {
        Name = "word-count",

        // Longer than the slowest part can take with all its tries.
        Timeout = TimeSpan.FromMinutes(15),
        Retention = Retention,

        // Less than the visibility timeout of the reducer's queue: a message that comes again ends what was left half done.
        ResumeAfter = TimeSpan.FromSeconds(15),
    });

    /// <summary>What the splitter, the mapper and the undertaker are told alike. The API has no reducer and must not ask for it.</summary>
    public static JobOptions CreateOptions() => new()
    {
        Store = Store,
        Reducer = Destination.From(Environment.GetEnvironmentVariable("REDUCE_QUEUE")!),
    };

    /// <summary>Notes what a job is.</summary>
    /// <returns>False when there is another job of this id.</returns>
    public static async Task<bool> TryNoteAsync(Job job, CancellationToken cancellationToken)
    {
        var hash = Convert.ToHexStringLower(SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(job, Json.Default.Job)));
        var note = new TableItem(new($"job/{job.Id}", "note")) { ["hash"] = hash, ExpiresAt = DateTimeOffset.UtcNow + Retention + Retention };
        var isNewOrSame = TableCondition.ItemMissing | TableCondition.Equal("hash", hash);
        return (await JobTable.PutAsync(note, cancellationToken, isNewOrSame)).Applied;
    }
}
