using Polly;

namespace Patterns.Resilience.Internal;

/// <summary>A circuit as a part of a pipeline of Polly.</summary>
internal sealed class CircuitStrategy<TResult>(Circuit circuit, Func<Outcome<TResult>, ResilienceContext, bool?> hasFailed) : ResilienceStrategy<TResult>
{
    protected override async ValueTask<Outcome<TResult>> ExecuteCore<TState>(
        Func<ResilienceContext, TState, ValueTask<Outcome<TResult>>> callback,
        ResilienceContext context,
        TState state)
    {
        CircuitPermit permit;
        try
        {
            permit = await circuit.EnterAsync().ConfigureAwait(context.ContinueOnCapturedContext);
        }
        catch (CircuitOpenException exception)
        {
            return Outcome.FromException<TResult>(exception);
        }

        var outcome = await callback(context, state).ConfigureAwait(context.ContinueOnCapturedContext);
        await circuit.RecordAsync(permit, hasFailed(outcome, context)).ConfigureAwait(context.ContinueOnCapturedContext);
        return outcome;
    }
}
