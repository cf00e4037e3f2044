using Amazon.Lambda.Core;
using Patterns.Periodical.Internal;

namespace Patterns.Periodical;

/// <summary>Does work on a schedule: each tick once, one at a time, by the time at which it was due.</summary>
/// <remarks>
/// <para>
/// Derive from it, write <see cref="RunAsync"/>, and name <see cref="FunctionHandler"/> in the template, with a rule or a schedule
/// of EventBridge as the event source, directly or through a queue.
/// </para>
/// <para>
/// Guarantee: of each due tick, what its work enlists takes effect once, or not at all where the policy skips it or its attempts
/// are used up; all else that it does happens at-least-once. Ticks are settled in their order. One at a time is best effort, and checked
/// where it matters: a run that has lost its lease enlists nothing any more.
/// </para>
/// </remarks>
public abstract class PeriodicalHandler
{
    private readonly TickIntake _intake;

    /// <summary>Makes the handler. Mistakes show here, so that they fail the cold start.</summary>
    /// <param name="periodical">What runs when.</param>
    /// <param name="options">Null for the defaults.</param>
    /// <exception cref="OptionsException">One or more options are out of range; the message lists them all.</exception>
    protected PeriodicalHandler(PeriodicalOptions periodical, RecordHandlerOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(periodical);
        Periodical = periodical.Validated();
        _intake = new TickIntake(Periodical, RunAsync, options ?? new());
    }

    /// <summary>What the handler was told.</summary>
    public PeriodicalOptions Periodical { get; }

    /// <summary>
    /// The method to name in the function's <c>Handler</c> setting. While another invocation runs a tick, the event is left to it:
    /// it runs what is due after its own.
    /// </summary>
    /// <exception cref="PeriodicalBacklogException">Time ran out while ticks were still due.</exception>
    /// <exception cref="Exception">What the work threw; the platform tries again.</exception>
    public Task<Stream> FunctionHandler(Stream input, ILambdaContext context) => _intake.FunctionHandler(input, context);

    /// <summary>Does the work of one tick. Throwing has it tried again, up to <see cref="PeriodicalOptions.MaxAttempts"/> times.</summary>
    protected abstract ValueTask RunAsync(TickContext tick);
}
