using Patterns.Outbound;
using Patterns.Singleton;
using Patterns.Workflows;

namespace Patterns.LongRunning;

/// <summary>How <see cref="LongRunningJobs{TState}"/> are kept and worked on.</summary>
public sealed class LongRunningOptions
{
    private const int LongestName = 100;
    private const int MostShards = 100;

    /// <summary>
    /// Tells the jobs of one kind from those of others in the same table: their keys begin with it. At most 100 characters,
    /// without <c>/</c>. Default: <c>jobs</c>.
    /// </summary>
    public string Name { get; init; } = "jobs";

    /// <summary>
    /// Where the messages go that have a job begun or gone on with: the queue of the handler's function. Default: null, for jobs that a
    /// workflow's loop drives.
    /// </summary>
    public IDestination? Resume { get; init; }

    /// <summary>Where the end of each job is told, with its result, at-least-once. Default: null, nowhere.</summary>
    public IDestination? Results { get; init; }

    /// <summary>
    /// The workflow whose tasks wait for jobs: a message that starts a job with a <c>taskToken</c> has the job's end answered to that
    /// task. Default: null, and such a message is refused.
    /// </summary>
    public IWorkflow? Workflow { get; init; }

    /// <summary>
    /// How often at the most a task that waits is told, at a checkpoint, that its job goes on: less than its heartbeat time, less
    /// the longest slice. Default: 10 seconds.
    /// </summary>
    public TimeSpan HeartbeatInterval { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>How messages are sent.</summary>
    public OutboundOptions Outbound { get; init; } = new();

    /// <summary>The version of the state's form; raise it with every change that older states cannot be read in. Default: 1.</summary>
    public int StateVersion { get; init; } = 1;

    /// <summary>How long after a worker's death another one may have its job. At least 1 second. Default: 30 seconds.</summary>
    public TimeSpan Lease { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>
    /// How much of an invocation's time must be left for another slice to begin; more, when a slice of the same invocation took
    /// longer. Default: 10 seconds.
    /// </summary>
    public TimeSpan SliceTime { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>How often workers begin from one checkpoint before the job is given up as failed. Default: 5.</summary>
    public int MaxAttempts { get; init; } = 5;

    /// <summary>
    /// How long a job must have waited for the sweep to send another message for it. Make it longer than messages wait in the
    /// queue, or workers are sent for nothing. Default: 5 minutes.
    /// </summary>
    public TimeSpan OrphanAfter { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>How long a job is known after its end; its id starts a new one then. Default: 14 days.</summary>
    public TimeSpan Retention { get; init; } = TimeSpan.FromDays(14);

    /// <summary>
    /// Over how many partitions the list of open jobs is spread. From 1 to 100; raise it at any time, but never lower it while jobs
    /// are open. Default: 4.
    /// </summary>
    public int OpenShards { get; init; } = 4;

    /// <summary>The clock. Default: the system's.</summary>
    public TimeProvider Time { get; init; } = TimeProvider.System;

    internal LeaseOptions LeaseOptions => new() { Name = Name, Duration = Lease, Time = Time };

    internal LongRunningOptions Validated()
    {
        (bool IsWrong, string Mistake)[] rules =
        [
            (Name is null or "" || Name.Length > LongestName || Name.Contains('/'), $"{nameof(Name)} must have 1 to {LongestName} characters and no '/', but is '{Name}'."),
            (Outbound is null || Time is null, $"{nameof(Outbound)} and {nameof(Time)} must not be null."),
            (StateVersion < 1 || MaxAttempts < 1, $"{nameof(StateVersion)} and {nameof(MaxAttempts)} must be at least 1, but are {StateVersion} and {MaxAttempts}."),
            (Lease < TimeSpan.FromSeconds(1), $"{nameof(Lease)} must be at least {TimeSpan.FromSeconds(1)}, but is {Lease}."),
            (SliceTime < TimeSpan.Zero || HeartbeatInterval < TimeSpan.Zero, $"{nameof(SliceTime)} and {nameof(HeartbeatInterval)} must not be negative, but are {SliceTime} and {HeartbeatInterval}."),
            (OrphanAfter <= TimeSpan.Zero || Retention <= TimeSpan.Zero, $"{nameof(OrphanAfter)} and {nameof(Retention)} must be more than zero, but are {OrphanAfter} and {Retention}."),
            (OpenShards is < 1 or > MostShards, $"{nameof(OpenShards)} must be from 1 to {MostShards}, but is {OpenShards}."),
        ];
        string[] mistakes = [.. rules.Where(rule => rule.IsWrong).Select(rule => rule.Mistake)];
        return mistakes.Length == 0 ? this : throw new OptionsException(nameof(LongRunningOptions), mistakes);
    }
}
