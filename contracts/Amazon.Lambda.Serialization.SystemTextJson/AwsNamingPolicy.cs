using System.Text.Json;

namespace Amazon.Lambda.Serialization.SystemTextJson;

/// <summary>Knows the JSON names that no casing rule yields, and leaves all others to a fallback.</summary>
public class AwsNamingPolicy : JsonNamingPolicy
{
    private readonly JsonNamingPolicy _fallback;

    /// <summary>Keeps all other names as they are.</summary>
    public AwsNamingPolicy()
    {
    }

    /// <summary>Leaves all other names to <paramref name="fallbackNamingPolicy"/>.</summary>
    public AwsNamingPolicy(JsonNamingPolicy fallbackNamingPolicy) => _fallback = fallbackNamingPolicy;

    /// <inheritdoc/>
    public override string ConvertName(string name) => name switch
    {
        "XAmzId2" => "x-amz-id-2",
        "XAmzRequestId" => "x-amz-request-id",
        _ => _fallback is null ? name : _fallback.ConvertName(name),
    };
}
