using Amazon.Lambda.Core;
using Patterns.Telemetry;

namespace Patterns.Idempotency.Internal;

/// <summary>Logs and counts what becomes of keys. Neither quotes a payload.</summary>
internal sealed class ClaimTelemetry(ILambdaLogger? logger, string source)
{
    public void Claimed(int count) => PatternsMeter.Count(PatternsMeter.Claimed, source, count);

    public void Replayed(string key)
    {
        PatternsMeter.Count(PatternsMeter.Replayed, source);
        Log.Replayed(logger, key);
    }

    public void Waited() => PatternsMeter.Count(PatternsMeter.Waited, source);

    public void Skipped(string key) => Log.Skipped(logger, key);

    public void Mismatched() => PatternsMeter.Count(PatternsMeter.Mismatched, source);

    public void OutcomeUnknown(string key, OutcomeUnknownDecision decision) => Log.OutcomeUnknown(logger, key, decision.ToString());

    public void LeaseLost(string key)
    {
        PatternsMeter.Count(PatternsMeter.LeasesLost, source);
        Log.LeaseLost(logger, key);
    }

    public void NotRenewed(Exception failure) => Log.NotRenewed(logger, failure);

    public void NotReleased(int count, Exception failure) => Log.NotReleased(logger, count, failure);
}
