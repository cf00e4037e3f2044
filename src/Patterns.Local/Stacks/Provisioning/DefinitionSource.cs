using System.Text.Json.Nodes;
using Patterns.Local.Services.StepFunctions.Language;
using Patterns.Local.Templates;
using Patterns.Local.Templates.Nodes;
using Patterns.Local.Templates.Parsing;
using Patterns.Local.Templates.Sam;

namespace Patterns.Local.Stacks.Provisioning;

/// <summary>The text of a definition, with its substitutions, and where each part of it stands.</summary>
/// <param name="Text">The definition as JSON.</param>
/// <param name="LocationOf">Where a fault stands in the template, or in the file that the template names.</param>
internal sealed record DefinitionSource(string Text, Func<DefinitionDiagnostic, SourceLocation> LocationOf)
{
    /// <exception cref="TemplateException">There is no definition, or it cannot be read.</exception>
    public static DefinitionSource Read(StackResource resource, ResourceProperties properties, string templateDirectory)
    {
        var substitutions = properties.TextMap("DefinitionSubstitutions");
        if (properties.Text(StateMachineExpansion.DefinitionUri) is { } path)
        {
            return OfFile(path, Path.Combine(templateDirectory, path), substitutions);
        }

        if (properties.Json("Definition") is { } definition)
        {
            return OfMapping(Substituted(definition.ToJsonString(), substitutions), resource.Properties["Definition"]!);
        }

        var text = properties.JsonText("DefinitionString")
            ?? throw new TemplateException([new Diagnostic(resource.Location, $"resource '{resource.LogicalId}' has no definition", "give 'Definition', 'DefinitionString' or, with SAM, 'DefinitionUri'")]);
        return OfText(Substituted(text, substitutions), resource.Properties["DefinitionString"]!);
    }

    private static DefinitionSource OfMapping(string text, TemplateNode written)
    {
        var places = new DefinitionPlaces(written);
        return new DefinitionSource(text, fault => places.Find(fault.Location));
    }

    // Only a literal block has the lines of the text; what functions make of a text stands somewhere in it.
    private static DefinitionSource OfText(string text, TemplateNode written) => written is ScalarNode scalar && scalar.Text.Contains('\n', StringComparison.Ordinal)
        ? new DefinitionSource(text, fault => new SourceLocation(scalar.Location.File, scalar.Location.Line + fault.Line, fault.Column))
        : OfMapping(text, written);

    private static DefinitionSource OfFile(string shownPath, string path, IReadOnlyDictionary<string, string> substitutions)
    {
        var diagnostics = new DiagnosticBag();
        var text = Substituted(Content(shownPath, path, diagnostics), substitutions);
        var isJson = text.TrimStart().StartsWith('{');
        var root = isJson ? JsonTemplateParser.Parse(shownPath, text, diagnostics) : YamlTemplateParser.Parse(shownPath, text, diagnostics);
        diagnostics.ThrowIfAny();
        if (root is not MappingNode mapping)
        {
            throw new TemplateException([new Diagnostic(SourceLocation.Of(shownPath), "a definition is a mapping with the keys 'StartAt' and 'States'")]);
        }

        var written = NodeJson.ToJson(mapping) as JsonObject;
        return OfMapping(written!.ToJsonString(), mapping);
    }

    private static string Content(string shownPath, string path, DiagnosticBag diagnostics)
    {
        try
        {
            return File.ReadAllText(path);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            diagnostics.Stop(SourceLocation.Of(shownPath), $"the definition cannot be read: {error.Message}");
            return "";
        }
    }

    private static string Substituted(string text, IReadOnlyDictionary<string, string> substitutions)
    {
        foreach (var (name, value) in substitutions)
        {
            text = text.Replace($"${{{name}}}", value, StringComparison.Ordinal);
        }

        return text;
    }
}
