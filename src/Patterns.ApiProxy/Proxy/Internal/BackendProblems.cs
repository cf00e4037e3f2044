using Patterns.Http;

namespace Patterns.Proxy.Internal;

/// <summary>The problem that a backend's failure is to a client.</summary>
internal static class BackendProblems
{
    public static Problem Of(BackendReply reply) => reply.StatusCode switch
    {
        400 => new Problem(400, "The service does not understand the request."),
        404 => Problems.NotFound(),
        405 => new Problem(405, "This cannot be done here."),
        409 => new Problem(409, "The request is in conflict with how things are."),
        410 => new Problem(410, "It is gone."),
        412 => new Problem(412, "A condition of the request does not hold."),
        422 => Problems.Refused(),
        428 => new Problem(428, "The request needs a condition."),
        429 or 503 => Problems.Unavailable(reply.RetryAfter),
        408 or 504 => Problems.OutOfTime(),
        _ => Problems.BadAnswer(),
    };
}
