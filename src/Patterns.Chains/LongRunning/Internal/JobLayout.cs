using System.Text;
using Patterns.Tables;

namespace Patterns.LongRunning.Internal;

/// <summary>Where jobs, and the list of those that are open, are kept.</summary>
internal sealed class JobLayout(string name, int shards)
{
    private const int LongestId = 900;

    public TableKey HeadOf(string jobId) => new($"{name}/job/{jobId}", "head");

    public TableKey OpenOf(string jobId) => new(OpenShard(TableShard.Of(jobId, shards)), jobId);

    public string OpenShard(int shard) => $"{name}/open/{shard}";

    /// <exception cref="NonRetryableException">The id is empty, or longer than a key takes.</exception>
    public static string Checked(string? jobId)
    {
        var bytes = jobId is null ? 0 : Encoding.UTF8.GetByteCount(jobId);
        return bytes is > 0 and <= LongestId
            ? jobId!
            : throw new NonRetryableException($"The id of a job has {bytes} bytes; 1 to {LongestId} are possible.");
    }
}
