using System.Collections.ObjectModel;
using Patterns.Local.Services;

namespace Patterns.Local.Templates;

/// <summary>What the caller says about a run: parameter values and the names that pseudo parameters answer.</summary>
internal sealed record TemplateParameters
{
    public static TemplateParameters None { get; } = new();

    /// <summary>Values given with <c>--parameter Name=Value</c>; they win over defaults.</summary>
    public IReadOnlyDictionary<string, string> Values { get; init; } = ReadOnlyDictionary<string, string>.Empty;

    public string Region { get; init; } = AwsEnvironment.DefaultRegion;

    public string AccountId { get; init; } = AwsEnvironment.DefaultAccountId;

    /// <summary>The stack's name; null means the name of the template's folder.</summary>
    public string? StackName { get; init; }
}
