using System.Text.Json;
using Amazon.Lambda.Core;
using Patterns.Cqrs.Internal;

namespace Patterns.Cqrs;

/// <summary>Rebuilds views when it is invoked: directly, by a schedule, or by a state machine until it says that it is done.</summary>
/// <remarks>
/// <para>
/// Input: <c>{"view": NAME, "version": N}</c>, with <c>"action"</c> <c>rebuild</c> (the default), <c>cancel</c> or <c>delete</c>, and <c>"without": [ID]</c> for aggregates without which it is done. Reply:
/// <c>{"isDone": BOOL, "aggregates": COUNT}</c>. A rebuild stops shortly before the function's time is up and goes on from there at the next invocation;
/// the version is live when it is done. Invoke the version that is live to have its gaps filled.
/// </para>
/// <para>One instance serves many invocations, also at the same time: keep nothing about a single one in fields.</para>
/// </remarks>
/// <typeparam name="TChange">A <see cref="StoredEvent{TEvent}"/> or a <see cref="StoredState{TState}"/>.</typeparam>
public abstract class RebuildHandler<TChange>
{
    private readonly Projector<TChange> _projector;
    private readonly TimeSpan _reserve;
    private readonly TimeProvider _time;

    /// <summary>Makes the handler.</summary>
    /// <param name="projector">The views.</param>
    /// <param name="reserve">How long before the end of the function's time it stops. Default: 5 seconds.</param>
    /// <param name="time">The clock. Default: the system's.</param>
    protected RebuildHandler(Projector<TChange> projector, TimeSpan? reserve = null, TimeProvider? time = null)
    {
        ArgumentNullException.ThrowIfNull(projector);
        _projector = projector;
        _reserve = reserve ?? TimeSpan.FromSeconds(5);
        ArgumentOutOfRangeException.ThrowIfLessThan(_reserve, TimeSpan.Zero, nameof(reserve));
        _time = time ?? TimeProvider.System;
    }

    /// <summary>The method to name in the function's handler setting.</summary>
    /// <exception cref="ArgumentException">The input is not of the form above, or names a view or version without a projection.</exception>
    /// <exception cref="InvalidOperationException">The view's versions do not allow it; the message says which do.</exception>
    /// <exception cref="RebuildException">Changes of some aggregates cannot come into the view; correct the projection and invoke it again.</exception>
    /// <exception cref="ProjectionConflictException">Others were faster at all attempts, or the table failed; invoke it again.</exception>
    public async Task<Stream> FunctionHandler(Stream input, ILambdaContext context)
    {
        ArgumentNullException.ThrowIfNull(input);
        ArgumentNullException.ThrowIfNull(context);
        var request = await ReadAsync(input).ConfigureAwait(false);
        var left = context.RemainingTime - _reserve;
        using var stop = new CancellationTokenSource(left > TimeSpan.Zero ? left : TimeSpan.Zero, _time);
        var progress = await RunAsync(request, stop.Token).ConfigureAwait(false);
        return new MemoryStream(JsonSerializer.SerializeToUtf8Bytes(progress, RebuildJson.Default.RebuildProgress));
    }

    private async ValueTask<RebuildProgress> RunAsync(RebuildRequest request, CancellationToken stop)
    {
        switch (request.Action)
        {
            case "rebuild":
                return await _projector.RebuildAsync(request.View, request.Version, stop, CancellationToken.None, request.Without).ConfigureAwait(false);
            case "cancel":
                await _projector.CancelRebuildAsync(request.View, request.Version, CancellationToken.None).ConfigureAwait(false);
                return new RebuildProgress(true, 0);
            case "delete":
                await _projector.DeleteAsync(request.View, request.Version, CancellationToken.None).ConfigureAwait(false);
                return new RebuildProgress(true, 0);
            default:
                throw new ArgumentException("The action must be rebuild, cancel or delete.", nameof(request));
        }
    }

    private static async ValueTask<RebuildRequest> ReadAsync(Stream input)
    {
        try
        {
            return await JsonSerializer.DeserializeAsync(input, RebuildJson.Default.RebuildRequest).ConfigureAwait(false) ?? throw new JsonException("The input is null.");
        }
        catch (JsonException failure)
        {
            throw new ArgumentException("The input must be {\"view\": NAME, \"version\": N, \"action\": \"rebuild\", \"without\": [ID]}, the last two if need be.", nameof(input), failure);
        }
    }
}
