using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Amazon.Lambda.Core;
using Patterns.Cqrs.Internal;
using Patterns.Idempotency;
using Patterns.Tables;

namespace Patterns.Cqrs;

/// <summary>Has commands handled by those that its list names for them: one entry for many commands.</summary>
/// <remarks>
/// <para>
/// A request whose name or version is not in the list, whose arguments are not valid or whose actor may not do it is rejected before
/// anything happens, also when its key has a reply: keep a version in the list for as long as keys are remembered. No name of a .NET type
/// comes from a request. Immutable: <see cref="With"/> returns a new one.
/// </para>
/// <para>
/// Guarantee: effect-once, by key, for what handlers enlist; every request with a key that is not rejected has the same reply, a rule's
/// refusal included, and age rejects none whose key has one. The journal has an entry exactly for the commands that have a reply.
/// At-least-once for what handlers do besides.
/// </para>
/// </remarks>
public sealed class CommandRouter
{
    internal const int LongestKey = 1024;

    private readonly CommandRouterOptions _options;
    private readonly IdempotentCall _calls;
    private readonly ConflictRetries _retries;
    private readonly List<CommandRoute> _routes = [];

    /// <summary>Makes a router that knows no commands yet. Mistakes show here, so that they fail the cold start.</summary>
    /// <param name="table">Where keys, replies and the journal are kept. What handlers enlist is in it, or in another table of the same store.</param>
    /// <param name="options">Null for the defaults.</param>
    /// <param name="logger">Where lost leases and unknown outcomes are logged; null for nowhere.</param>
    /// <exception cref="OptionsException">One or more options are out of range; the message lists them all.</exception>
    public CommandRouter(ITable table, CommandRouterOptions? options = null, ILambdaLogger? logger = null)
    {
        ArgumentNullException.ThrowIfNull(table);
        _options = (options ?? new()).Validated();
        _calls = new IdempotentCall(table, _options.Idempotency, _options.Time, logger);
        _retries = new ConflictRetries(_options.MaxAttempts, _options.RetryDelay, _options.Time);
        Journal = new CommandJournal(table, _options.Idempotency.Scope!, _options.KeepJournal, _options.Time);
    }

    private CommandRouter(CommandRouter other, CommandRoute route)
    {
        (_options, _calls, _retries, Journal) = (other._options, other._calls, other._retries, other.Journal);
        _routes = [.. other._routes, route];
    }

    /// <summary>The commands that have a reply.</summary>
    public CommandJournal Journal { get; }

    /// <summary>Adds a command to the list. Several versions of one name may be there.</summary>
    /// <param name="name">The command's name in requests.</param>
    /// <param name="version">The version of its arguments, at least 1.</param>
    /// <param name="json">How the arguments are read, from a source-generated context.</param>
    /// <param name="resultJson">How the result is written, from a source-generated context.</param>
    /// <param name="handler">Who handles it.</param>
    /// <exception cref="ArgumentException">The name has the version in the list already.</exception>
    public CommandRouter With<TCommand, TResult>(
        string name,
        int version,
        JsonTypeInfo<TCommand> json,
        JsonTypeInfo<TResult> resultJson,
        CommandHandler<TCommand, TResult> handler)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        ArgumentOutOfRangeException.ThrowIfLessThan(version, 1);
        ArgumentNullException.ThrowIfNull(json);
        ArgumentNullException.ThrowIfNull(resultJson);
        ArgumentNullException.ThrowIfNull(handler);
        return _routes.Exists(route => route.Name == name && route.Version == version)
            ? throw new ArgumentException($"The command '{name}' of version {version} is in the list already.", nameof(name))
            : new CommandRouter(this, new CommandRoute<TCommand, TResult>(name, version, json, resultJson, handler));
    }

    /// <summary>Has a command take effect, or gives back the reply that its key had before.</summary>
    /// <remarks>What a handler throws comes out as it is; nothing that it enlisted happened, and the key is free.</remarks>
    /// <param name="request">The command; with a key of at most 1,024 bytes of UTF-8.</param>
    /// <param name="cancellationToken">Ends the waiting; the command may have taken effect.</param>
    /// <returns>The result, or a rule's refusal.</returns>
    /// <exception cref="CommandRejectedException">The command is not known, not valid, too large or not allowed; or too old, and its key has no reply.</exception>
    /// <exception cref="CommandConflictException">Others changed what it is about at all attempts; nothing happened.</exception>
    /// <exception cref="IdempotencyMismatchException">The key was used for another command, by another actor, or with other arguments.</exception>
    /// <exception cref="IdempotencyInProgressException">Another request with the key is running, and the policy or the token does not let this one wait.</exception>
    /// <exception cref="IdempotencyOutcomeUnknownException">An earlier request with the key did not say how it ended, and <see cref="IdempotencyOptions.OnOutcomeUnknown"/> decided not to run again.</exception>
    /// <exception cref="IdempotencyLeaseLostException">It took so long that its key may be somebody else's; nothing that it enlisted happened, and the same request may be sent again.</exception>
    /// <exception cref="IdempotencyResultTooLargeException">The result or refusal does not fit into an item; nothing that was enlisted happened.</exception>
    /// <exception cref="NonRetryableException">The handler enlisted more than 98 writes, or two of one item; none of them happened.</exception>
    /// <exception cref="TableException">
    /// The table could not be read or written; whether the command took effect is unknown if <see cref="TableException.MayHaveTakenEffect"/>.
    /// The same request may be sent again.
    /// </exception>
    /// <exception cref="OperationCanceledException">The token was cancelled before the command had been handled.</exception>
    public async ValueTask<CommandReply> RunAsync(CommandRequest request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        var route = Find(request);
        CheckKey(request);
        CheckVersion(request);
        var effect = await route.PrepareAsync(request, cancellationToken).ConfigureAwait(false);
        var payload = Checked(request);
        CommandAttempt? attempt = null;
        return await _retries.RunAsync(
            () => ReplyAsync(payload, attempt = new CommandAttempt(request, context => RunIfOfAge(context, effect), Journal), cancellationToken),
            failure => attempt!.IsLost(failure),
            conflict => new CommandConflictException(request.Name, request.Key!, _options.MaxAttempts, conflict),
            cancellationToken).ConfigureAwait(false);
    }

    internal bool Knows(string? name) => _routes.Exists(route => route.Name == name);

    private async ValueTask<CommandReply?> ReplyAsync(byte[] payload, CommandAttempt attempt, CancellationToken cancellationToken)
    {
        var result = await _calls.RunAsync(
            attempt.Request.Key!,
            payload,
            CommandJson.Default.StoredReply,
            attempt.RunAsync,
            cancellationToken).ConfigureAwait(false);
        return new CommandReply(result.Value, result.IsReplayed);
    }

    private CommandRoute Find(CommandRequest request)
    {
        var versions = _routes.FindAll(route => route.Name == request.Name);
        return versions.Find(route => route.Version == request.Version) ?? throw (versions.Count == 0
            ? new CommandRejectedException(CommandRejection.UnknownName, "There is no such command.")
            : new CommandRejectedException(CommandRejection.UnknownVersion, $"'{versions[0].Name}' has no version {request.Version}; known are {string.Join(", ", versions.Select(route => route.Version))}.")
            {
                Versions = [.. versions.Select(route => route.Version)],
            });
    }

    private static void CheckKey(CommandRequest request)
    {
        if (string.IsNullOrEmpty(request.Key))
        {
            throw new CommandRejectedException(CommandRejection.Invalid, $"'{request.Name}' needs a key.");
        }

        if (Encoding.UTF8.GetByteCount(request.Key) is > LongestKey and var bytes)
        {
            throw new CommandRejectedException(CommandRejection.Invalid, $"The key of '{request.Name}' has {bytes} bytes; at most {LongestKey} are possible.");
        }
    }

    private static void CheckVersion(CommandRequest request)
    {
        if (request.ExpectedVersion < 0)
        {
            throw new CommandRejectedException(CommandRejection.Invalid, $"'{request.Name}' expects the version {request.ExpectedVersion}; there is none below 0.");
        }
    }

    /// <summary>What must be the same at a repetition, of a command that the journal can keep.</summary>
    private byte[] Checked(CommandRequest request)
    {
        try
        {
            Journal.CheckSize(request);
            return Payload(request);
        }
        catch (Exception failure) when (failure is JsonException or InvalidOperationException or ArgumentException)
        {
            // JSON may escape half of a pair of surrogates: it can be read over, and not be written.
            throw new CommandRejectedException(CommandRejection.Invalid, $"'{request.Name}' has text that is no Unicode.", failure);
        }
    }

    /// <summary>Looks at the age when the key is held and has no reply: a repetition gets its reply however old it is.</summary>
    private ValueTask<string> RunIfOfAge(CommandContext context, Func<CommandContext, ValueTask<string>> effect)
    {
        var request = context.Request;
        return _options.MaxAge is not { } most || (request.IssuedAt is { } issuedAt && IsOfAge(_options.Time.GetUtcNow() - issuedAt, most))
            ? effect(context)
            : throw new CommandRejectedException(CommandRejection.Expired, $"'{request.Name}' must say when it was issued, at most {most} ago.");
    }

    private static bool IsOfAge(TimeSpan age, TimeSpan most) => age <= most && age >= -CommandRouterOptions.ClockSkew;

    /// <summary>What must be the same at a repetition; not the time, which a sender may set anew.</summary>
    private static byte[] Payload(CommandRequest request) =>
        JsonSerializer.SerializeToUtf8Bytes(request with { Key = null, IssuedAt = null }, CommandJson.Default.CommandRequest);
}
