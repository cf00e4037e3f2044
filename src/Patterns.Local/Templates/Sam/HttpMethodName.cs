using Patterns.Local.Templates.Nodes;

namespace Patterns.Local.Templates.Sam;

/// <summary>The method of an event, in the form of the plain resource.</summary>
internal static class HttpMethodName
{
    private static readonly string[] s_methods = ["ANY", "DELETE", "GET", "HEAD", "OPTIONS", "PATCH", "POST", "PUT"];

    /// <summary>Null when the event has none, or when a mistake was reported.</summary>
    public static string? Read(FunctionEvent item, Expansion expansion)
    {
        if (item.Properties["Method"] is not ScalarNode method)
        {
            return null;
        }

        var verb = method.Text is "*" or "x-amazon-apigateway-any-method" ? "ANY" : method.Text.ToUpperInvariant();
        if (s_methods.Contains(verb))
        {
            return verb;
        }

        expansion.Diagnostics.Add(method.Location, $"'{method}' is no HTTP method", Suggestion.For(method.Text, s_methods) ?? $"use one of {string.Join(", ", s_methods)}");
        return null;
    }
}
