using Amazon.Lambda.Core;
using Patterns.Backends.Internal;
using Patterns.Http;
using Patterns.Http.Internal;

namespace Patterns.Backends;

/// <summary>The backend of one kind of client: answers by the contract that this kind has, from services that other backends use as well.</summary>
/// <remarks>
/// <para>
/// Guarantee: each request has one reply in time, by the version of the contract that it names, or a problem document (RFC 9457). Who asks is what the API's
/// authorizer says, and nothing else. What a service does not deliver is named in <c>missing</c>. An operation that changes something is called once;
/// where its outcome is not known, the problem has the member <c>outcome</c> with <c>unknown</c>.
/// </para>
/// <para>One instance serves many invocations, also at the same time: keep nothing about a single one in fields.</para>
/// </remarks>
public abstract class BackendHandler
{
    private readonly BackendEngine _engine;

    /// <summary>Makes the handler. Mistakes show here, so that they fail the cold start.</summary>
    /// <param name="contract">What clients are promised; nothing is added to it from here on.</param>
    /// <param name="options">Null for the defaults.</param>
    /// <exception cref="OptionsException">The contract is empty, or options are out of range; the message lists all mistakes.</exception>
    protected BackendHandler(BackendContract contract, BackendOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(contract);
        contract.Validate();
        _engine = new BackendEngine(contract, (options ?? new BackendOptions()).Validated());
    }

    /// <summary>The method to name in the function's handler setting: takes events of HTTP APIs in both formats, REST APIs and function URLs.</summary>
    /// <exception cref="UnknownEventException">The payload is no request of an API.</exception>
    public async Task<Stream> FunctionHandler(Stream request, ILambdaContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        var asked = await EventInput.ReadAsync(request).ConfigureAwait(false);
        return await _engine.AnswerAsync(asked, context).ConfigureAwait(false);
    }
}
