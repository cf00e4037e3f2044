using Patterns.Local.HttpApi.Authorizers;
using Patterns.Local.Templates;

namespace Patterns.Local.Stacks.Provisioning;

/// <summary>The settings of an authorizer, as a template calls them or, with a small first letter, an OpenAPI definition.</summary>
internal sealed class AuthorizerProperties(ResourceProperties properties, bool isDefinition = false)
{
    public const string IdentitySource = "IdentitySource";
    public const string CacheTimeProperty = "AuthorizerResultTtlInSeconds";

    private const int LongestCacheTime = 3600;

    public string? Text(string name) => properties.Text(NameOf(name));

    public string Required(string name) => properties.Required(NameOf(name));

    public bool? Flag(string name) => properties.Flag(NameOf(name));

    /// <summary>For how long answers are kept; null when the settings say nothing about it.</summary>
    /// <exception cref="TemplateException">The service does not keep them that long.</exception>
    public TimeSpan? CacheTime()
    {
        var seconds = properties.Number(NameOf(CacheTimeProperty));
        return seconds is < 0 or > LongestCacheTime
            ? throw Mistake(CacheTimeProperty, $"'{NameOf(CacheTimeProperty)}' must be from 0 to {LongestCacheTime}, and this is {seconds}")
            : seconds is { } time ? TimeSpan.FromSeconds(time) : null;
    }

    public IReadOnlyList<string> Texts(string name) => properties.Texts(NameOf(name));

    public AuthorizerProperties? Map(string name) => properties.Map(NameOf(name)) is { } nested ? new AuthorizerProperties(nested, isDefinition) : null;

    public TemplateException Mistake(string name, string message, string? hint = null) => properties.Mistake(NameOf(name), message, hint);

    /// <summary>What names the caller: a list for HTTP APIs of a template, else texts with commas between them.</summary>
    /// <exception cref="TemplateException">One of them is none.</exception>
    public IReadOnlyList<IdentitySource> Identity(bool isList)
    {
        var texts = isList && !isDefinition
            ? IdentitySources.Texts(properties)
            : Text(IdentitySource)?.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries) ?? [];
        try
        {
            return [.. texts.Select(HttpApi.Authorizers.IdentitySource.Parse)];
        }
        catch (FormatException exception)
        {
            throw Mistake(IdentitySource, exception.Message);
        }
    }

    public string NameOf(string name) => isDefinition ? $"{char.ToLowerInvariant(name[0])}{name[1..]}" : name;
}
