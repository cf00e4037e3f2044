using Patterns.Limits;
using Patterns.Tables;

namespace Patterns.Idempotency.Internal;

/// <summary>One attempt at one key: whether it is held, until when, and what is to be written with its completion.</summary>
internal sealed class Claim(string key, TableKey itemKey, byte[]? digest)
{
    private readonly Lock _lock = new();
    private EnlistedWrites? _run;
    private EnlistedWrites? _success;
    private int _started;
    private DateTimeOffset _leaseUntil;
    private volatile ClaimStatus _status;
    private bool _isRunning;
    private bool _isClosed;
    private bool _wasGivenUp;

    public string Key => key;

    public TableKey ItemKey => itemKey;

    /// <summary>SHA-256 of the payload; null when payloads are not told apart.</summary>
    public byte[]? Digest => digest;

    public ClaimStatus Status
    {
        get => _status;
        set => _status = value;
    }

    /// <summary>Until when it is held, by us or by somebody else.</summary>
    public DateTimeOffset LeaseUntil
    {
        get
        {
            lock (_lock)
            {
                return _leaseUntil;
            }
        }

        set
        {
            lock (_lock)
            {
                _leaseUntil = value;
            }
        }
    }

    public DateTimeOffset StartedAt { get; set; }

    /// <summary>The attempt whose lease ran out and whose place this one takes; null for none.</summary>
    public StoredClaim? TakesOver { get; set; }

    /// <summary>The result as JSON; null for none.</summary>
    public ReadOnlyMemory<byte>? Result { get; set; }

    public Exception? Failure { get; private set; }

    /// <summary>Whether a claim that failed may have reached the table all the same.</summary>
    public bool MayBeHeld { get; private set; }

    /// <summary>Whether the code ended well.</summary>
    public bool HasSucceeded { get; private set; }

    /// <summary>Whether the code still ran when the claim was closed, so that its lease must not be given away.</summary>
    public bool WasGivenUp => _wasGivenUp;

    /// <summary>What is written in one transaction with the completion.</summary>
    public IEnumerable<TableWrite> Enlisted => (_run?.Writes ?? []).Concat(_success?.Writes ?? []);

    /// <summary>The records of a batch that have the key, the first one first; null outside of batches.</summary>
    public RecordClaim? First { get; set; }

    /// <summary>The index of the record that ran, or that would have.</summary>
    public int Runner { get; set; }

    /// <summary>How several records of a batch share one run; null where there is one record.</summary>
    public SharedRun? Shared { get; set; }

    public void Fail(Exception failure, bool mayBeHeld = false)
    {
        Failure = failure;
        MayBeHeld = mayBeHeld;
        Status = ClaimStatus.Failed;
    }

    /// <summary>Begins a run, in which there may be several attempts; what an earlier one enlisted is dropped.</summary>
    /// <exception cref="IdempotencyLeaseLostException">The key is not held any more.</exception>
    public EnlistedWrites Begin(DateTimeOffset now)
    {
        if (Failure is { } failure)
        {
            System.Runtime.ExceptionServices.ExceptionDispatchInfo.Throw(failure);
        }

        lock (_lock)
        {
            if (_isClosed || Status != ClaimStatus.Held || _leaseUntil <= now)
            {
                throw new IdempotencyLeaseLostException(key);
            }

            _success = null;
            _isRunning = true;
            return _run = new EnlistedWrites(++_started);
        }
    }

    /// <summary>Ends a run; one that was abandoned, with another one begun after it, decides nothing.</summary>
    public void End(EnlistedWrites? run, bool hasSucceeded)
    {
        lock (_lock)
        {
            if (run == _run)
            {
                _isRunning = false;
                HasSucceeded = hasSucceeded && !_isClosed;
            }
        }
    }

    /// <summary>Begins an attempt within a run, with writes of its own.</summary>
    public EnlistedWrites BeginAttempt()
    {
        lock (_lock)
        {
            return new EnlistedWrites(++_started);
        }
    }

    /// <summary>Ends an attempt. Of those that succeed, the one that began last counts: it is the one that was asked for.</summary>
    public void EndAttempt(EnlistedWrites attempt, bool hasSucceeded)
    {
        lock (_lock)
        {
            attempt.HasFailed = !hasSucceeded;
            if (hasSucceeded && _isRunning && attempt.Number > (_success ?? _run)!.Number)
            {
                _success = attempt;
            }
        }
    }

    /// <summary>Ends what runs may still change; true when one has ended well.</summary>
    public bool Close()
    {
        lock (_lock)
        {
            _wasGivenUp = _isRunning;
            _isRunning = false;
            _isClosed = true;
            return HasSucceeded;
        }
    }

    /// <summary>Enlists a write for an attempt, or for the whole run when there is none.</summary>
    public void Enlist(EnlistedWrites? attempt, TableWrite write)
    {
        lock (_lock)
        {
            if (!_isRunning || attempt is { HasFailed: true })
            {
                throw new InvalidOperationException($"Idempotency key '{key}' takes writes only while its handler runs.");
            }

            var (own, other) = attempt is null ? (_run!, _success) : (attempt, _run);
            var count = own.Writes.Count + (other?.Writes.Count ?? 0);
            if (count == ServiceLimits.DynamoDbTransactionActions - 1)
            {
                throw new InvalidOperationException($"Idempotency key '{key}' has {count} writes enlisted; a transaction takes no more.");
            }

            if (own.Contains(write) || other?.Contains(write) == true)
            {
                throw new ArgumentException($"A write of {write.Key} is enlisted already; a transaction writes an item once.", nameof(write));
            }

            own.Add(write);
        }
    }
}
