using Patterns.Local.HttpApi;

namespace Patterns.Local.Stacks.Provisioning;

/// <summary>Reads the CORS configuration of an HTTP API or a function URL.</summary>
internal static class CorsSettings
{
    public static CorsRules? Read(ResourceProperties? cors) => cors is null ? null : new CorsRules
    {
        Origins = cors.Texts("AllowOrigins"),
        Methods = cors.Texts("AllowMethods"),
        Headers = cors.Texts("AllowHeaders"),
        ExposedHeaders = cors.Texts("ExposeHeaders"),
        AllowsCredentials = cors.Flag("AllowCredentials") ?? false,
        MaxAgeSeconds = cors.Number("MaxAge"),
    };
}
