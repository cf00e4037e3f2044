using Amazon.Lambda.Core;
using Patterns.Http;
using Patterns.Http.Internal;
using Patterns.Proxy.Internal;
using Patterns.Translation;

namespace Patterns.Proxy;

/// <summary>Answers requests of an API by calls of a backend that speaks another language.</summary>
/// <remarks>
/// <para>
/// Guarantee: each request has one reply within its time, which is the backend's, translated, or a problem document (RFC 9457). For a request whose
/// call is of <see cref="CallKind.Once"/>, at most one call is made. With an <c>Idempotency-Key</c> on a request that is no read, all requests
/// of the key get the same reply, and only what certainly was not done is done again.
/// </para>
/// <para>One instance serves many invocations, also at the same time: keep nothing about a single one in fields.</para>
/// </remarks>
public abstract class ApiProxyHandler
{
    private readonly ProxyEngine _engine;

    /// <summary>Makes the handler. Mistakes show here, so that they fail the cold start.</summary>
    /// <exception cref="OptionsException">One or more options are out of range; the message lists them all.</exception>
    protected ApiProxyHandler(ApiProxyOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        _engine = new ProxyEngine(options.Validated(), Translate);
    }

    /// <summary>The method to name in the function's handler setting: takes events of HTTP APIs in both formats, REST APIs and function URLs.</summary>
    /// <exception cref="UnknownEventException">The payload is no request of an API.</exception>
    public async Task<Stream> FunctionHandler(Stream request, ILambdaContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        var asked = await EventInput.ReadAsync(request).ConfigureAwait(false);
        return await _engine.AnswerAsync(asked, context).ConfigureAwait(false);
    }

    /// <summary>Says which call a request becomes, and what becomes of the reply.</summary>
    /// <returns>The call; null for a request that there is nothing for, which is answered with 404.</returns>
    /// <exception cref="ProblemException">The client gets the problem; no call is made.</exception>
    /// <exception cref="TranslationException">The client gets 400, or 413 for what is too large, with its text; no call is made.</exception>
    protected abstract BackendCall? Translate(ApiRequest request);
}
