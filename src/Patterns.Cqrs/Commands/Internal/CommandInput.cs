using System.Globalization;
using System.Text.Json;
using Patterns.Http;
using Patterns.Http.Internal;

namespace Patterns.Cqrs.Internal;

/// <summary>Reads commands from requests of an API.</summary>
internal static class CommandInput
{
    /// <summary>The command that the body is.</summary>
    /// <exception cref="ProblemException">400: it is none, or says who asks. 415: it is no JSON.</exception>
    public static CommandRequest Read(ApiRequest request)
    {
        try
        {
            var command = JsonSerializer.Deserialize(request.Json().Span, CommandJson.Default.CommandRequest) ?? throw Malformed("The body is null.");
            return command.Actor is null ? command : throw Malformed("Who asks is what the API's authorizer says: the body must have no actor.");
        }
        catch (JsonException exception)
        {
            // The text of the exception may quote the body and names types.
            throw Malformed($"The body is no command, at {exception.Path ?? "$"}.", exception);
        }
    }

    /// <summary>The command with what is said beside the body, and for who asks.</summary>
    /// <exception cref="ProblemException">400: a header is malformed, or says something else than the body; or there is no key.</exception>
    public static CommandRequest Complete(CommandRequest command, ApiRequest request, Caller? caller) => command with
    {
        Key = Key(Same(IdempotencyKey.Of(request), Filled(command.Key), "The header Idempotency-Key and the body have different keys.")
            ?? throw Malformed("A command needs the header Idempotency-Key, or a key in its body.")),
        Actor = caller?.Id,
        ExpectedVersion = Same(ExpectedVersion(request), command.ExpectedVersion, "The header If-Match and the body expect different versions."),
    };

    private static string Key(string key) => key.StartsWith(QueueKey.Prefix, StringComparison.Ordinal)
        ? throw Malformed($"A key must not begin with {QueueKey.Prefix}: that is for messages of queues.")
        : IdempotencyKey.Checked(key);

    private static long? ExpectedVersion(ApiRequest request)
    {
        if (request.Header("If-Match") is not { } text)
        {
            return null;
        }

        return text is ['"', .. var digits, '"']
            && long.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var version)
            && digits == version.ToString(CultureInfo.InvariantCulture)
            ? version
            : throw Malformed("The header If-Match must be one version in quotes, as a reply's ETag has it.");
    }

    private static string? Filled(string? text) => string.IsNullOrEmpty(text) ? null : text;

    private static T? Same<T>(T? header, T? body, string difference) => header is not null && body is not null && !header.Equals(body)
        ? throw Malformed(difference)
        : header is null ? body : header;

    private static ProblemException Malformed(string detail, Exception? exception = null) => new(Problems.Malformed(detail), exception);
}
