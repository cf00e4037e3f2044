using Patterns.Local.HttpApi;

namespace Patterns.Local.Stacks.Provisioning;

/// <summary>Reads the payload format of an integration of an HTTP API.</summary>
internal static class PayloadFormatSetting
{
    /// <summary>The service's default when the integration says nothing about it.</summary>
    /// <exception cref="Templates.TemplateException">There is no such format.</exception>
    public static PayloadFormat Read(ResourceProperties integration, string property) => integration.Text(property) switch
    {
        "2.0" => PayloadFormat.V2,
        null or "1.0" => PayloadFormat.V1,
        var other => throw integration.Mistake(property, $"there is no payload format {other}", "take 1.0 or 2.0"),
    };
}
