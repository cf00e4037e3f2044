using Patterns.Limits;
using Patterns.Tables;

namespace Patterns.Idempotency.Internal;

/// <summary>Renews the leases of claims that are held, all together, whenever half a lease has passed.</summary>
internal sealed class LeaseKeeper(IReadOnlyList<Claim> claims, ClaimWrites writes, TableCommit commit, TimeProvider time, ClaimTelemetry telemetry) : IDisposable
{
    private readonly CancellationTokenSource _stop = new();
    private readonly Lock _lock = new();
    private ITimer? _timer;
    private Task _renewal = Task.CompletedTask;
    private bool _isStopped;

    public void Start(TimeSpan lease) => _timer = time.CreateTimer(static keeper => ((LeaseKeeper)keeper!).Renew(), this, lease / 2, lease / 2);

    /// <summary>Ends the renewing, so that nothing is written behind the back of what comes next.</summary>
    public async ValueTask StopAsync()
    {
        Task renewal;
        lock (_lock)
        {
            _isStopped = true;
            renewal = _renewal;
        }

        _timer?.Dispose();
        if (!renewal.IsCompleted)
        {
            await _stop.CancelAsync().ConfigureAwait(false);
            await renewal.ConfigureAwait(false);
        }
    }

    public void Dispose()
    {
        lock (_lock)
        {
            _isStopped = true;
        }

        _timer?.Dispose();
        _stop.Cancel();
        _stop.Dispose();
    }

    private void Renew()
    {
        lock (_lock)
        {
            if (!_isStopped && _renewal.IsCompleted)
            {
                _renewal = RenewAsync();
            }
        }
    }

    private async Task RenewAsync()
    {
        try
        {
            var held = claims.Where(claim => claim.Status == ClaimStatus.Held);
            foreach (var chunk in held.Chunk(ServiceLimits.DynamoDbTransactionActions))
            {
                await RenewAsync([.. chunk]).ConfigureAwait(false);
            }
        }
        catch (OperationCanceledException) when (_isStopped)
        {
            // Nothing is to be renewed any more.
        }
        catch (Exception failure)
        {
            // The leases last for another half; nobody waits for this task but StopAsync.
            telemetry.NotRenewed(failure);
        }
    }

    private async ValueTask RenewAsync(List<Claim> held)
    {
        while (held.Count > 0)
        {
            var leaseUntil = writes.LeaseFrom(time.GetUtcNow());
            var result = await commit.RunAsync([.. held.Select(claim => writes.Renew(claim, leaseUntil))], _stop.Token).ConfigureAwait(false);
            foreach (var refusal in result.Refusals.Reverse())
            {
                telemetry.LeaseLost(held[refusal.Index].Key);
                held[refusal.Index].Status = ClaimStatus.Lost;
                held.RemoveAt(refusal.Index);
            }

            if (result.Committed)
            {
                held.ForEach(claim => claim.LeaseUntil = leaseUntil);
                return;
            }
        }
    }
}
