using System.Text;
using Patterns.Http;

namespace Patterns.Cqrs.Tests.Commands;

/// <summary>The commands of a bank behind an API.</summary>
internal sealed class CommandApi(CommandRouter router, CommandApiOptions? options = null, Func<ApiRequest, CommandRequest?>? translate = null) : CommandApiHandler(router, options)
{
    public FakeLambdaLogger Log { get; private set; } = new();

    public static string Move(string account, params long[] amounts) =>
        $$$"""{"name":"money.move","version":2,"arguments":{"Account":"{{{account}}}","Amounts":[{{{string.Join(',', amounts)}}}]}}""";

    /// <summary>Posts a command; the key is a header unless it is null.</summary>
    public Task<ApiReply> PostAsync(string body, string? key = "k", string? caller = "ann", string? ifMatch = null) => SendAsync("POST", "/commands", body, Headers(key, ifMatch), caller);

    public async Task<ApiReply> SendAsync(string method, string path, string? body, Dictionary<string, string> headers, string? caller = "ann", FakeLambdaContext? context = null)
    {
        context ??= new FakeLambdaContext();
        Log = context.Log;
        return (await FunctionHandler(Events.HttpApi(method, path, body, headers, caller), context)).ToApiReply();
    }

    public static Dictionary<string, string> Headers(string? key = "k", string? ifMatch = null)
    {
        var headers = new Dictionary<string, string>();
        if (key is not null)
        {
            headers["Idempotency-Key"] = key;
        }

        if (ifMatch is not null)
        {
            headers["If-Match"] = ifMatch;
        }

        return headers;
    }

    protected override CommandRequest? Translate(ApiRequest request) => translate is null ? base.Translate(request) : translate(request);
}
