using System.Text.RegularExpressions;
using Patterns.Local.Templates.Nodes;

namespace Patterns.Local.Templates.Sections;

/// <summary>Checks a value against what its parameter allows. Messages never show the value of a secret.</summary>
internal sealed class ParameterValue(ParameterDeclaration declaration, DiagnosticBag diagnostics)
{
    private static readonly TimeSpan PatternTimeout = TimeSpan.FromSeconds(1);

    public TemplateNode Check(string text, SourceLocation location)
    {
        var items = declaration.IsList ? SplitList(text) : [text];
        var problem = items.Select(Problem).FirstOrDefault(problem => problem is not null);
        if (problem is not null)
        {
            diagnostics.Add(location, $"parameter '{declaration.Name}' {problem}", declaration.ConstraintDescription);
            return new InvalidNode(location);
        }

        return declaration.IsList
            ? NodeFactory.List(location, items.Select(item => NodeFactory.Text(location, item)))
            : NodeFactory.Text(location, text);
    }

    private static string[] SplitList(string text) =>
        text.Length == 0 ? [] : text.Split(',', StringSplitOptions.TrimEntries);

    private string? Problem(string value) => NumberProblem(value) ?? LengthProblem(value) ?? AllowedProblem(value) ?? PatternProblem(value);

    private string? NumberProblem(string value)
    {
        if (!declaration.IsNumber)
        {
            return null;
        }

        if (!decimal.TryParse(value, out var number))
        {
            return $"must be a number, and its value is {Shown(value)}";
        }

        if (number < declaration.MinValue)
        {
            return $"must be at least {declaration.MinValue}, and its value is {Shown(value)}";
        }

        return number > declaration.MaxValue ? $"must be at most {declaration.MaxValue}, and its value is {Shown(value)}" : null;
    }

    private string? LengthProblem(string value)
    {
        if (value.Length < declaration.MinLength)
        {
            return $"must have at least {declaration.MinLength} characters, and its value has {value.Length}";
        }

        return value.Length > declaration.MaxLength ? $"must have at most {declaration.MaxLength} characters, and its value has {value.Length}" : null;
    }

    private string? AllowedProblem(string value) =>
        declaration.AllowedValues is { } allowed && !allowed.Contains(value)
            ? $"must be one of {string.Join(", ", allowed.Select(option => $"'{option}'"))}, and its value is {Shown(value)}"
            : null;

    private string? PatternProblem(string value)
    {
        if (declaration.AllowedPattern is not { } pattern)
        {
            return null;
        }

        try
        {
            var matches = Regex.IsMatch(value, $@"\A(?:{pattern})\z", RegexOptions.None, PatternTimeout);
            return matches ? null : $"must match the pattern '{pattern}', and its value is {Shown(value)}";
        }
        catch (RegexMatchTimeoutException)
        {
            return $"has the pattern '{pattern}', which takes too long to match";
        }
        catch (ArgumentException)
        {
            return $"has the pattern '{pattern}', which is no regular expression";
        }
    }

    private string Shown(string value) => declaration.IsSecret ? "another" : $"'{value}'";
}
