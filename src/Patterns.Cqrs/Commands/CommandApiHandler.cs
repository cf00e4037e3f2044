using Amazon.Lambda.Core;
using Patterns.Cqrs.Internal;
using Patterns.Http;
using Patterns.Http.Internal;

namespace Patterns.Cqrs;

/// <summary>Takes commands from an API: one endpoint for many of them, or a route for each.</summary>
/// <remarks>
/// <para>Derive from it and name the handler's entry in the template. Which status says what is in <c>docs/patterns/command.md</c>.</para>
/// <para>
/// The key is the header <c>Idempotency-Key</c>, or the body's <c>key</c>; the actor is who asks by the API's authorizer, and nothing else; the
/// version that the aggregate must have is the header <c>If-Match</c>, as an earlier reply's <c>ETag</c> has it, or the body's
/// <c>expectedVersion</c>.
/// </para>
/// <para>
/// Guarantee: effect-once by key for what handlers enlist; each request has one reply in time, which is the same for all requests of a key,
/// or a problem document (RFC 9457). One that fails on this side says in <c>outcome</c> what became of what was enlisted, <c>none</c> or
/// <c>unknown</c>; the same request with the same key may be sent again.
/// </para>
/// <para>One instance serves many invocations, also at the same time: keep nothing about a single one in fields.</para>
/// </remarks>
public abstract class CommandApiHandler
{
    private readonly CommandEntry _entry;

    /// <summary>Makes the handler. Mistakes show here, so that they fail the cold start.</summary>
    /// <param name="router">The commands.</param>
    /// <param name="options">Null for the defaults.</param>
    /// <exception cref="OptionsException">One or more options are out of range; the message lists them all.</exception>
    protected CommandApiHandler(CommandRouter router, CommandApiOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(router);
        _entry = new CommandEntry(router, (options ?? new()).Validated(), Translate);
    }

    /// <summary>The method to name in the function's handler setting: takes events of HTTP APIs in both formats, REST APIs and function URLs.</summary>
    /// <exception cref="UnknownEventException">The payload is no request of an API.</exception>
    public async Task<Stream> FunctionHandler(Stream request, ILambdaContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        var asked = await EventInput.ReadAsync(request).ConfigureAwait(false);
        return await _entry.AnswerAsync(asked, context).ConfigureAwait(false);
    }

    /// <summary>
    /// Says which command a request is. Default: the body is a <see cref="CommandRequest"/> in JSON, without <c>actor</c>. Override it for routes such as
    /// <c>POST /policies/{id}/cancel</c>; the headers for key and version are read beside it, and the actor that it sets does not count.
    /// </summary>
    /// <returns>The command; null for a request that there is nothing for, which is answered with 404.</returns>
    /// <exception cref="ProblemException">The client gets the problem; nothing is done.</exception>
    protected virtual CommandRequest? Translate(ApiRequest request) => CommandInput.Read(request);
}
