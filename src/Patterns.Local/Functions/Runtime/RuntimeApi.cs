using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace Patterns.Local.Functions.Runtime;

/// <summary>The Lambda Runtime API under <c>/_runtime/{environmentId}/2018-06-01/runtime/</c>.</summary>
internal sealed class RuntimeApi(RuntimeSessions sessions)
{
    public const string PathPrefix = "/_runtime/";
    private const string Version = "2018-06-01/runtime/";

    /// <summary>What a runtime finds in <c>AWS_LAMBDA_RUNTIME_API</c>.</summary>
    public static string AddressFor(string endpoint, string environmentId) =>
        string.Concat(endpoint.AsSpan(endpoint.IndexOf("://", StringComparison.Ordinal) + 3), PathPrefix, environmentId);

    public Task HandleAsync(HttpContext http)
    {
        var (id, call) = Split(http.Request.Path.Value ?? "");
        if (call is null)
        {
            return ReplyAsync(http, 404, "NotFound", "The Runtime API has no such path.");
        }

        if (sessions.Find(id) is not { } session)
        {
            return ReplyAsync(http, 404, "NotFound", $"There is no execution environment '{id}'; a process that serves a function by itself uses '{RuntimeSessions.AttachedId("<Function>")}' with --attach.");
        }

        return CallAsync(http, session, call);
    }

    private static (string Id, string? Call) Split(string path)
    {
        var rest = path.StartsWith(PathPrefix, StringComparison.Ordinal) ? path[PathPrefix.Length..] : "";
        var slash = rest.IndexOf('/', StringComparison.Ordinal);
        if (slash < 0 || !rest.AsSpan(slash + 1).StartsWith(Version, StringComparison.Ordinal))
        {
            return ("", null);
        }

        return (rest[..slash], rest[(slash + 1 + Version.Length)..]);
    }

    private static Task CallAsync(HttpContext http, RuntimeSession session, string call)
    {
        var parts = call.Split('/');
        return (http.Request.Method, parts) switch
        {
            ("GET", ["invocation", "next"]) => NextAsync(http, session),
            ("POST", ["invocation", var requestId, "response"]) => RespondAsync(http, session, requestId),
            ("POST", ["invocation", var requestId, "error"]) => FailAsync(http, session, requestId),
            ("POST", ["init", "error"]) => FailInitAsync(http, session),
            _ => ReplyAsync(http, 404, "NotFound", $"The Runtime API has no call {http.Request.Method} {call} here."),
        };
    }

    private static async Task NextAsync(HttpContext http, RuntimeSession session)
    {
        var invocation = await session.NextAsync(http.RequestAborted).ConfigureAwait(false);
        if (invocation is null)
        {
            await (http.RequestAborted.IsCancellationRequested ? Task.CompletedTask : RefuseAsync(http, RuntimeReply.InvalidStateTransition)).ConfigureAwait(false);
            return;
        }

        var response = http.Response;
        response.ContentType = "application/json";
        response.ContentLength = invocation.Payload.Length;
        var headers = response.Headers;
        headers["Lambda-Runtime-Aws-Request-Id"] = invocation.RequestId;
        headers["Lambda-Runtime-Deadline-Ms"] = invocation.Deadline.ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture);
        headers["Lambda-Runtime-Invoked-Function-Arn"] = invocation.FunctionArn;
        headers["Lambda-Runtime-Trace-Id"] = invocation.TraceId;
        if (invocation.Options.ClientContext is { } clientContext)
        {
            headers["Lambda-Runtime-Client-Context"] = AsciiJson(clientContext);
        }

        await response.BodyWriter.WriteAsync(invocation.Payload, http.RequestAborted).ConfigureAwait(false);
    }

    // A header has one line of ASCII; JSON means the same with its characters escaped and its line breaks left out.
    private static string AsciiJson(string json) => string.Concat(json.Select(character => character switch
    {
        > '~' => $"\\u{(int)character:x4}",
        < ' ' => " ",
        _ => character.ToString(),
    }));

    private static async Task RespondAsync(HttpContext http, RuntimeSession session, string requestId)
    {
        if (await ReadBodyAsync(http).ConfigureAwait(false) is { } payload)
        {
            await ReplyAsync(http, session.Respond(requestId, payload)).ConfigureAwait(false);
            return;
        }

        session.RespondTooLarge(requestId);
        await ReplyAsync(http, 413, "RequestEntityTooLarge", $"Exceeded maximum allowed payload size ({PayloadLimits.ResponseBytes} bytes).").ConfigureAwait(false);
    }

    private static async Task FailAsync(HttpContext http, RuntimeSession session, string requestId)
    {
        var error = await ReadBodyAsync(http).ConfigureAwait(false) ?? ReadOnlyMemory<byte>.Empty;
        await ReplyAsync(http, session.Fail(requestId, error)).ConfigureAwait(false);
    }

    private static async Task FailInitAsync(HttpContext http, RuntimeSession session)
    {
        var error = await ReadBodyAsync(http).ConfigureAwait(false) ?? ReadOnlyMemory<byte>.Empty;
        await ReplyAsync(http, session.FailInit(error)).ConfigureAwait(false);
    }

    /// <summary>The whole body, or null when it is larger than a reply may be.</summary>
    private static async Task<ReadOnlyMemory<byte>?> ReadBodyAsync(HttpContext http)
    {
        if (http.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit)
        {
            limit.MaxRequestBodySize = null;
        }

        if (http.Request.ContentLength > PayloadLimits.ResponseBytes)
        {
            return null;
        }

        var body = new MemoryStream((int)(http.Request.ContentLength ?? 0));
        var buffer = new byte[16 * 1024];
        int read;
        while ((read = await http.Request.Body.ReadAsync(buffer, http.RequestAborted).ConfigureAwait(false)) > 0)
        {
            if (body.Length + read > PayloadLimits.ResponseBytes)
            {
                return null;
            }

            body.Write(buffer, 0, read);
        }

        return body.GetBuffer().AsMemory(0, (int)body.Length);
    }

    private static Task ReplyAsync(HttpContext http, RuntimeReply reply)
    {
        if (reply != RuntimeReply.Accepted)
        {
            return RefuseAsync(http, reply);
        }

        http.Response.StatusCode = 202;
        http.Response.ContentType = "application/json";
        return http.Response.WriteAsync("{\"status\":\"OK\"}\n", http.RequestAborted);
    }

    private static Task RefuseAsync(HttpContext http, RuntimeReply reply) => reply switch
    {
        RuntimeReply.InvalidRequestId => ReplyAsync(http, 400, "InvalidRequestID", "Invalid request ID"),
        RuntimeReply.Gone => ReplyAsync(http, 410, "Gone", "The execution environment has been stopped."),
        _ => ReplyAsync(http, 403, "InvalidStateTransition", "State transition is not allowed"),
    };

    private static Task ReplyAsync(HttpContext http, int status, string type, string message)
    {
        http.Response.StatusCode = status;
        http.Response.ContentType = "application/json";
        return http.Response.Body.WriteAsync(ErrorPayload.Write(type, message), http.RequestAborted).AsTask();
    }
}
