using System.Diagnostics.CodeAnalysis;
using System.Text.Json;

namespace Amazon.Lambda.Serialization.SystemTextJson;

/// <summary>Writes property names in camel case; otherwise like <see cref="DefaultLambdaJsonSerializer"/>.</summary>
[RequiresUnreferencedCode(UntrimmableMessage)]
public class CamelCaseLambdaJsonSerializer : DefaultLambdaJsonSerializer
{
    /// <summary>Uses the default options with camel case names.</summary>
    public CamelCaseLambdaJsonSerializer()
        : base(options => options.PropertyNamingPolicy = new AwsNamingPolicy(JsonNamingPolicy.CamelCase))
    {
    }
}
