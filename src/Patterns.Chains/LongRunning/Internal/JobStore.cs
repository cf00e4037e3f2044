using System.Security.Cryptography;
using System.Text;
using Patterns.Singleton.Internal;
using Patterns.Tables;

namespace Patterns.LongRunning.Internal;

/// <summary>The items of jobs, and the conditional writes that change them.</summary>
internal sealed class JobStore(ITable table, LongRunningOptions options)
{
    // An item has 400 KiB; the rest is for everything but the state.
    private const int MostStateBytes = 384 * 1024;

    private readonly JobLayout _layout = new(options.Name, options.OpenShards);

    public LongRunningOptions Options => options;

    public ITable Table => table;

    private DateTimeOffset Now => options.Time.GetUtcNow();

    public static TableUpdate Changed(TableUpdate update, DateTimeOffset now) => update.Set(JobFields.ChangedAt, now.ToUnixTimeMilliseconds());

    /// <exception cref="JobStateTooLargeException">The state fits into no item.</exception>
    public static string Checked(string jobId, byte[] state) => state.Length <= MostStateBytes
        ? Encoding.UTF8.GetString(state)
        : throw new JobStateTooLargeException(jobId, state.Length, MostStateBytes);

    public LeaseItem LeaseOf(string jobId) => new(table, _layout.HeadOf(jobId), jobId, options.LeaseOptions)
    {
        Requirement = TableCondition.Equal(JobFields.Phase, JobFields.Open),
    };

    public TableUpdate Update(string jobId) => Changed(new TableUpdate(_layout.HeadOf(jobId)), Now);

    public async ValueTask<Job?> FindAsync(string jobId, CancellationToken cancellationToken)
    {
        var item = await table.GetAsync(_layout.HeadOf(jobId), cancellationToken).ConfigureAwait(false);
        return item is null || item.IsExpired(Now) ? null : new Job(jobId, item);
    }

    public async ValueTask<IReadOnlyList<(string JobId, TableItem Open, Job? Job)>> FindOpenAsync(
        int shard,
        string? after,
        int most,
        CancellationToken cancellationToken)
    {
        var query = new TableQuery(_layout.OpenShard(shard)) { SortFrom = after is null ? null : after + '\0', Limit = most };
        var open = new List<TableItem>();
        await foreach (var item in table.QueryAsync(query, cancellationToken).ConfigureAwait(false))
        {
            open.Add(item);
        }

        var heads = await table.GetManyAsync([.. open.Select(item => _layout.HeadOf(item.Key.Sort))], cancellationToken).ConfigureAwait(false);
        return [.. open.Zip(heads, (item, head) => (item.Key.Sort, item, head is null ? null : new Job(item.Key.Sort, head)))];
    }

    /// <summary>Makes the job if there is none of its id.</summary>
    public async ValueTask<(Job Job, bool IsNew)> StartAsync(string jobId, byte[] state, string? taskToken, CancellationToken cancellationToken)
    {
        var head = NewHead(jobId, Checked(jobId, state), Convert.ToHexString(SHA256.HashData(state)), taskToken);
        var put = new TablePut(head) { Condition = TableCondition.ItemMissing | TableCondition.Expired(Now) };
        while (true)
        {
            var result = await table.TransactAsync([put, PutOpen(jobId, round: 0)], null, cancellationToken).ConfigureAwait(false);
            if (result.Committed)
            {
                return (new Job(jobId, head), true);
            }

            if (result.Refusals[0].Item is { } found)
            {
                var job = new Job(jobId, found);
                return job.Start == new Job(jobId, head).Start ? (job, false) : throw new JobConflictException(jobId);
            }
        }
    }

    /// <summary>Has the end of a job answered to another task: a workflow that tries again waits with a new token.</summary>
    public async ValueTask AdoptTaskAsync(Job job, string taskToken, CancellationToken cancellationToken)
    {
        for (var known = job; ;)
        {
            var update = new TableUpdate(known.Item.Key).Set(JobFields.TaskToken, taskToken);
            update = (known.IsOpen ? update : update.Set(JobFields.Untold, true)) with
            {
                Condition = TableCondition.Equal(JobFields.Phase, known.Item[JobFields.Phase]!),
            };
            var result = await table.WriteAsync(update, cancellationToken).ConfigureAwait(false);
            if (result.Applied)
            {
                return;
            }

            known = new Job(job.Id, result.Item ?? throw new JobUnknownException(job.Id));
        }
    }

    /// <summary>Asks for the job's end; false when it has ended.</summary>
    public async ValueTask<bool> CancelAsync(string jobId, CancellationToken cancellationToken)
    {
        var update = new TableUpdate(_layout.HeadOf(jobId)).Set(JobFields.Cancel, true) with
        {
            Condition = TableCondition.Equal(JobFields.Phase, JobFields.Open),
        };
        var result = await table.WriteAsync(update, cancellationToken).ConfigureAwait(false);
        return result.Applied || (result.Item is null ? throw new JobUnknownException(jobId) : false);
    }

    /// <summary>Opens a job again that failed or was cancelled; null when it is open or completed.</summary>
    public async ValueTask<Job?> ReopenAsync(Job job, CancellationToken cancellationToken)
    {
        var reopened = Reopened(job);
        var put = new TablePut(reopened)
        {
            Condition = TableCondition.Equal(JobFields.Phase, job.Item[JobFields.Phase]!) & TableCondition.Equal(JobFields.Round, job.Round),
        };
        var result = await table.TransactAsync([put, PutOpen(job.Id, job.Round + 1)], null, cancellationToken).ConfigureAwait(false);
        return result.Committed ? new Job(job.Id, reopened) : null;
    }

    /// <summary>A message for the job was sent anew, so that the next sweep leaves it alone for a while.</summary>
    public async ValueTask TouchAsync(Job job, CancellationToken cancellationToken)
    {
        var update = Update(job.Id) with
        {
            Condition = TableCondition.Equal(JobFields.ChangedAt, job.Item[JobFields.ChangedAt]!) & TableCondition.Equal(JobFields.Phase, JobFields.Open),
        };
        await table.WriteAsync(update, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>The job's end was told.</summary>
    public async ValueTask ToldAsync(Job job, CancellationToken cancellationToken)
    {
        var update = new TableUpdate(job.Item.Key).Remove(JobFields.Untold) with { Condition = TableCondition.Equal(JobFields.Round, job.Round) };
        await table.WriteAsync(update, cancellationToken).ConfigureAwait(false);
        await CloseAsync(job.Id, job.Round, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Takes a job off the list of open ones, unless it was opened again.</summary>
    public async ValueTask CloseAsync(string jobId, long round, CancellationToken cancellationToken)
    {
        var delete = new TableDelete(_layout.OpenOf(jobId)) { Condition = TableCondition.Equal(JobFields.Round, round) };
        await table.WriteAsync(delete, cancellationToken).ConfigureAwait(false);
    }

    private TablePut PutOpen(string jobId, long round) => new(new TableItem(_layout.OpenOf(jobId)) { [JobFields.Round] = round });

    private TableItem NewHead(string jobId, string state, string start, string? taskToken)
    {
        var now = Now.ToUnixTimeMilliseconds();
        var attributes = new Dictionary<string, TableValue>
        {
            [JobFields.Phase] = JobFields.Open,
            [JobFields.State] = state,
            [JobFields.StateVersion] = options.StateVersion,
            [JobFields.Start] = start,
            [JobFields.Checkpoint] = 0,
            [JobFields.Turn] = 0,
            [JobFields.Round] = 0,
            [JobFields.Attempts] = 0,
            [JobFields.CreatedAt] = now,
            [JobFields.ChangedAt] = now,
        };
        if (taskToken is not null)
        {
            attributes[JobFields.TaskToken] = taskToken;
        }

        return new TableItem(_layout.HeadOf(jobId), attributes);
    }

    private TableItem Reopened(Job job)
    {
        string[] gone = [JobFields.Cancel, JobFields.Failure, JobFields.Untold, JobFields.Phase, JobFields.Attempts, JobFields.Turn, JobFields.Round, JobFields.ChangedAt, JobFields.TaskToken];
        return new TableItem(job.Item.Key, job.Item.Attributes.Where(attribute => !gone.Contains(attribute.Key)))
        {
            [JobFields.Phase] = JobFields.Open,
            [JobFields.Attempts] = 0,
            [JobFields.Turn] = job.Turn + 1,
            [JobFields.Round] = job.Round + 1,
            [JobFields.ChangedAt] = Now.ToUnixTimeMilliseconds(),
        };
    }
}
