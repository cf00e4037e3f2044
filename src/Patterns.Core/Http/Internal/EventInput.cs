using System.Net;
using System.Text;
using System.Text.Json;

namespace Patterns.Http.Internal;

/// <summary>Reads the events of APIs.</summary>
internal static class EventInput
{
    private const int MaxDepth = 64;

    /// <exception cref="UnknownEventException">It is no event of an API.</exception>
    public static async ValueTask<ApiRequest> ReadAsync(Stream stream)
    {
        ArgumentNullException.ThrowIfNull(stream);
        try
        {
            using var document = await JsonDocument.ParseAsync(stream, new JsonDocumentOptions { MaxDepth = MaxDepth }).ConfigureAwait(false);
            return Read(document.RootElement) ?? throw Unknown(null);
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException or FormatException)
        {
            throw Unknown(exception);
        }
    }

    private static UnknownEventException Unknown(Exception? exception) => new("The payload is no request to an HTTP API, a REST API or a function URL.", exception);

    private static ApiRequest? Read(JsonElement root)
    {
        if (root.ValueKind != JsonValueKind.Object || !root.TryGetProperty("requestContext", out var context))
        {
            return null;
        }

        var version = root.Text("version");
        return version == "2.0" ? ReadVersion2(root, context) : root.Text("httpMethod") is { } method ? ReadVersion1(root, context, method, version) : null;
    }

    private static ApiRequest? ReadVersion2(JsonElement root, JsonElement context)
    {
        if (!context.TryGetProperty("http", out var http) || http.Text("method") is not { } method)
        {
            return null;
        }

        return new ApiRequest
        {
            Format = ApiFormat.HttpApi,
            Method = method.ToUpperInvariant(),
            Path = WithoutStage(root.Text("rawPath") ?? "/", context.Text("stage")),
            PathParameters = Texts(root, "pathParameters"),
            Query = RawQuery(root.Text("rawQueryString") ?? ""),
            Headers = Texts(root, "headers"),
            Body = Body(root),
            Principal = PrincipalInput.Of(context),
            Authorizer = PrincipalInput.Authorizer(context),
            RequestId = context.Text("requestId") ?? "",
            ReceivedAt = Moment(context, "timeEpoch"),
        };
    }

    private static ApiRequest ReadVersion1(JsonElement root, JsonElement context, string method, string? version) => new()
    {
        Format = version == "1.0" ? ApiFormat.HttpApiVersion1 : ApiFormat.RestApi,
        Method = method.ToUpperInvariant(),
        Path = root.Text("path") is { Length: > 0 } path ? path : "/",
        PathParameters = Texts(root, "pathParameters"),
        Query = [.. Values(root, "multiValueQueryStringParameters", "queryStringParameters")],
        Headers = JoinedHeaders(root),
        Body = Body(root),
        Principal = PrincipalInput.Of(context),
        Authorizer = PrincipalInput.Authorizer(context),
        RequestId = context.Text("requestId") ?? "",
        ReceivedAt = Moment(context, "requestTimeEpoch"),
    };

    /// <summary>A stage that has a name stands before the path in format 2.0.</summary>
    private static string WithoutStage(string path, string? stage)
    {
        var prefix = "/" + stage;
        return stage is null or "$default" || !path.StartsWith(prefix, StringComparison.Ordinal) || (path.Length > prefix.Length && path[prefix.Length] != '/')
            ? path
            : path.Length == prefix.Length ? "/" : path[prefix.Length..];
    }

    private static List<KeyValuePair<string, string>> RawQuery(string query) =>
    [
        .. query.Split('&', StringSplitOptions.RemoveEmptyEntries)
            .Select(pair => pair.Split('=', 2))
            .Select(parts => new KeyValuePair<string, string>(WebUtility.UrlDecode(parts[0]), parts.Length == 2 ? WebUtility.UrlDecode(parts[1]) : "")),
    ];

    private static IEnumerable<KeyValuePair<string, string>> Values(JsonElement root, string many, string one)
    {
        if (root.TryGetProperty(many, out var lists) && lists.ValueKind == JsonValueKind.Object)
        {
            return [.. lists.EnumerateObject().SelectMany(list => list.Value.EnumerateArray().Select(value => new KeyValuePair<string, string>(list.Name, value.GetString() ?? "")))];
        }

        return [.. Texts(root, one)];
    }

    private static Dictionary<string, string> JoinedHeaders(JsonElement root)
    {
        var headers = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var (name, value) in Values(root, "multiValueHeaders", "headers"))
        {
            headers[name] = headers.TryGetValue(name, out var present) ? $"{present},{value}" : value;
        }

        return headers;
    }

    private static Dictionary<string, string> Texts(JsonElement parent, string name)
    {
        var texts = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        if (parent.TryGetProperty(name, out var values) && values.ValueKind == JsonValueKind.Object)
        {
            foreach (var property in values.EnumerateObject())
            {
                texts[property.Name] = property.Value.GetString() ?? "";
            }
        }

        return texts;
    }

    private static byte[] Body(JsonElement root)
    {
        if (!root.TryGetProperty("body", out var body) || body.ValueKind != JsonValueKind.String)
        {
            return [];
        }

        return root.TryGetProperty("isBase64Encoded", out var flag) && flag.ValueKind == JsonValueKind.True
            ? body.GetBytesFromBase64()
            : Encoding.UTF8.GetBytes(body.GetString()!);
    }

    private static DateTimeOffset? Moment(JsonElement context, string name) =>
        context.TryGetProperty(name, out var epoch) && epoch.ValueKind == JsonValueKind.Number && epoch.TryGetInt64(out var milliseconds)
            && milliseconds is > 0 and < 253_402_300_800_000
            ? DateTimeOffset.FromUnixTimeMilliseconds(milliseconds)
            : null;
}
