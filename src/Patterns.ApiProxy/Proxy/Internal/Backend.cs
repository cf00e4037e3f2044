using Patterns.Http;
using Patterns.Http.Internal;
using Polly;

namespace Patterns.Proxy.Internal;

/// <summary>Makes calls, as often as their kind and the time allow.</summary>
internal sealed class Backend(ApiProxyOptions options)
{
    private readonly BackendTransport _transport = new(new TransportOptions(options.Transport, options.RequestHeaders, options.BackendTakesKeys, options.MaxReplyBytes));
    private readonly ResiliencePipeline<BackendReply> _once = BackendPipelines.Once(options);
    private readonly ResiliencePipeline<BackendReply> _repeatable = BackendPipelines.Repeatable(options);
    private readonly ResiliencePipeline<BackendReply> _read = BackendPipelines.Read(options);

    public async ValueTask<BackendReply> CallAsync(ApiRequest request, BackendCall call, CallKind kind, string? key, TimeBudget budget)
    {
        if (budget.End.IsCancellationRequested)
        {
            throw new NotSentException();
        }

        var pipeline = kind switch
        {
            CallKind.Read => _read,
            CallKind.Repeatable => _repeatable,
            _ => _once,
        };
        var address = BackendPath.Address(options.Backend, call);
        var context = ResilienceContextPool.Shared.Get(budget.End);
        context.Properties.Set(BackendPipelines.Budget, budget);
        try
        {
            return await pipeline.ExecuteAsync(
                static (context, state) => state._transport.SendAsync(state.request, state.call, state.address, state.key, context.CancellationToken),
                context,
                (_transport, request, call, address, key)).ConfigureAwait(false);
        }
        finally
        {
            ResilienceContextPool.Shared.Return(context);
        }
    }
}
