using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;
using Patterns.Local.Services.Sqs.MoveTasks;
using Patterns.Local.Services.Sqs.Settings;

namespace Patterns.Local.Services.Sqs;

/// <summary>The queues of one account in one region. Knows no HTTP; safe for use by many threads.</summary>
internal sealed class SqsService
{
    private const string FifoSuffix = ".fifo";

    private readonly ConcurrentDictionary<string, SqsQueue> _queues = new();
    private readonly ConcurrentDictionary<string, SqsQueue>.AlternateLookup<ReadOnlySpan<char>> _queuesByName;
    private readonly Dictionary<string, DateTimeOffset> _deletedAt = [];
    private readonly Lock _changes = new();
    private readonly string _arnPrefix;

    public SqsService(AwsEnvironment aws, SqsLimits? limits = null)
    {
        Aws = aws;
        Limits = limits ?? SqsLimits.Strict;
        Redrive = new Redrive(this);
        MoveTasks = new MessageMoveTasks(this);
        _queuesByName = _queues.GetAlternateLookup<ReadOnlySpan<char>>();
        _arnPrefix = aws.Arn("sqs", "");
    }

    public AwsEnvironment Aws { get; }

    public SqsLimits Limits { get; }

    /// <summary>Told of every message that is moved to a dead-letter queue: from where, to where, after how many receives.</summary>
    public Action<SqsQueue, SqsQueue, int>? DeadLettered { get; set; }

    public Redrive Redrive { get; }

    public MessageMoveTasks MoveTasks { get; }

    /// <summary>Makes the queue, or gives the existing one back where all named attributes have the same values.</summary>
    /// <param name="name">A name that ends in <c>.fifo</c> makes a FIFO queue and needs the attribute <c>FifoQueue</c>.</param>
    /// <exception cref="AwsException">Name or attributes are not allowed, or the existing queue differs.</exception>
    public SqsQueue Create(
        string name, IReadOnlyDictionary<string, string>? attributes = null, IReadOnlyDictionary<string, string>? tags = null)
    {
        attributes ??= new Dictionary<string, string>();
        var isFifo = CheckName(name, attributes);
        lock (_changes)
        {
            if (_queues.TryGetValue(name, out var existing))
            {
                return Same(existing, attributes);
            }

            CheckNameIsFree(name);
            var settings = QueueAttributes.Apply(new QueueSettings { IsFifo = isFifo }, attributes);
            if (settings.RedrivePolicy is not null)
            {
                Redrive.Check(name, settings, attributes["RedrivePolicy"]);
            }

            return _queues[name] = new SqsQueue(this, name, settings, tags);
        }
    }

    public bool TryFind(string name, [NotNullWhen(true)] out SqsQueue? queue) => _queues.TryGetValue(name, out queue);

    /// <summary>Finds by name or by URL, whatever host the URL names: clients reach the runner under several.</summary>
    /// <exception cref="AwsException">There is no such queue.</exception>
    public SqsQueue Find(string nameOrUrl) => _queuesByName.TryGetValue(NameIn(nameOrUrl), out var queue)
        ? queue
        : throw SqsErrors.QueueDoesNotExist();

    public bool TryFindByArn(string arn, [NotNullWhen(true)] out SqsQueue? queue)
    {
        queue = null;
        return arn.StartsWith(_arnPrefix, StringComparison.Ordinal) && _queuesByName.TryGetValue(arn.AsSpan(_arnPrefix.Length), out queue);
    }

    /// <summary>Deletes the queue with its messages; long polls on it end.</summary>
    public void Delete(SqsQueue queue)
    {
        lock (_changes)
        {
            if (_queues.TryRemove(KeyValuePair.Create(queue.Name, queue)))
            {
                _deletedAt[queue.Name] = Aws.Time.GetUtcNow();
                queue.Messages.Close();
            }
        }
    }

    /// <summary>The queues whose names start with <paramref name="prefix"/>, by name.</summary>
    public IReadOnlyList<SqsQueue> List(string prefix = "") =>
        [.. _queues.Values.Where(queue => queue.Name.StartsWith(prefix, StringComparison.Ordinal)).OrderBy(queue => queue.Name, StringComparer.Ordinal)];

    private static bool CheckName(string name, IReadOnlyDictionary<string, string> attributes)
    {
        var endsAsFifo = name.EndsWith(FifoSuffix, StringComparison.Ordinal);
        if (attributes.TryGetValue(QueueAttributes.FifoQueue, out var fifo) && fifo == "true")
        {
            return endsAsFifo && name.Length <= 80 && Alphabets.IsName(name.AsSpan(0, name.Length - FifoSuffix.Length))
                ? true
                : throw SqsErrors.InvalidParameterValue(
                    "The name of a FIFO queue can only include alphanumeric characters, hyphens, or underscores, must end with .fifo suffix and be 1 to 80 in length");
        }

        if (!Alphabets.IsName(name))
        {
            throw SqsErrors.InvalidParameterValue("Can only include alphanumeric characters, hyphens, or underscores. 1 to 80 in length");
        }

        return fifo is null ? false : throw SqsErrors.InvalidAttributeName(QueueAttributes.FifoQueue);
    }

    private static SqsQueue Same(SqsQueue existing, IReadOnlyDictionary<string, string> attributes)
    {
        var wanted = QueueAttributes.Apply(existing.Settings, attributes);
        return QueueAttributes.FirstDifference(existing.Settings, wanted, attributes) is { } difference
            ? throw SqsErrors.QueueNameExists(difference)
            : existing;
    }

    private void CheckNameIsFree(string name)
    {
        if (_deletedAt.TryGetValue(name, out var deletedAt) && Aws.Time.GetUtcNow() < deletedAt + Limits.NameReuseDelay)
        {
            throw SqsErrors.QueueDeletedRecently(Limits.NameReuseDelay);
        }

        _deletedAt.Remove(name);
    }

    private ReadOnlySpan<char> NameIn(ReadOnlySpan<char> nameOrUrl)
    {
        var slash = nameOrUrl.LastIndexOf('/');
        if (slash < 0)
        {
            return nameOrUrl;
        }

        var account = nameOrUrl[..slash];
        return account[(account.LastIndexOf('/') + 1)..].SequenceEqual(Aws.AccountId) ? nameOrUrl[(slash + 1)..] : default;
    }
}
