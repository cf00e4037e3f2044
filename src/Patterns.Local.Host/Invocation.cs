using System.Globalization;

namespace Patterns.Local.Host;

/// <summary>One event as the Runtime API hands it over.</summary>
internal sealed record Invocation(string RequestId, Stream Payload)
{
    public DateTimeOffset Deadline { get; init; }

    public string? FunctionArn { get; init; }

    public string? TraceId { get; init; }

    public string? ClientContext { get; init; }

    public string? Identity { get; init; }

    public string? TenantId { get; init; }

    public static async Task<Invocation> ReadAsync(HttpResponseMessage response) =>
        new(Header(response, "Lambda-Runtime-Aws-Request-Id") ?? throw new InvalidDataException("The Runtime API sent an event without a request id."),
            await response.Content.ReadAsStreamAsync().ConfigureAwait(false))
        {
            Deadline = ReadDeadline(Header(response, "Lambda-Runtime-Deadline-Ms")),
            FunctionArn = Header(response, "Lambda-Runtime-Invoked-Function-Arn"),
            TraceId = Header(response, "Lambda-Runtime-Trace-Id"),
            ClientContext = Header(response, "Lambda-Runtime-Client-Context"),
            Identity = Header(response, "Lambda-Runtime-Cognito-Identity"),
            TenantId = Header(response, "Lambda-Runtime-Aws-Tenant-Id"),
        };

    private static DateTimeOffset ReadDeadline(string? milliseconds) =>
        long.TryParse(milliseconds, NumberStyles.None, CultureInfo.InvariantCulture, out var value)
            ? DateTimeOffset.FromUnixTimeMilliseconds(value)
            : DateTimeOffset.MaxValue;

    private static string? Header(HttpResponseMessage response, string name)
    {
        if (!response.Headers.TryGetValues(name, out var values))
        {
            return null;
        }

        foreach (var value in values)
        {
            return value;
        }

        return null;
    }
}
