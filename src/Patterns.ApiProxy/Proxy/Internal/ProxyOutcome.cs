using Patterns.Http;

namespace Patterns.Proxy.Internal;

/// <summary>A reply, and what is known of what the request did.</summary>
/// <param name="Reply">The reply.</param>
/// <param name="Effect">Whether the backend may have done something.</param>
internal readonly record struct ProxyOutcome(ApiReply Reply, CallEffect Effect)
{
    /// <summary>Nothing was done.</summary>
    public static ProxyOutcome Undone(Problem problem) => new(problem.ToReply(), CallEffect.None);

    /// <summary>The backend said how it ended.</summary>
    public static ProxyOutcome Done(ApiReply reply) => new(reply, CallEffect.Known);

    /// <summary>The client of a call that must not be made twice is told whether it may be sent again.</summary>
    public static ProxyOutcome Of(BackendFailure failure, CallKind kind)
    {
        var effect = failure.IsSettled ? failure.IsSent ? CallEffect.Known : CallEffect.None : CallEffect.Unknown;
        var problem = kind == CallKind.Read || effect == CallEffect.Known
            ? failure.Problem
            : failure.Problem.With("outcome", effect == CallEffect.None ? "none" : "unknown");
        return new(problem.ToReply(), effect);
    }
}
