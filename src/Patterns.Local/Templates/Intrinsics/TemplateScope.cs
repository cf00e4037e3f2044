using Patterns.Local.Templates.Nodes;
using Patterns.Local.Templates.Sections;

namespace Patterns.Local.Templates.Intrinsics;

/// <summary>Everything that functions can look up without a resource.</summary>
internal sealed class TemplateScope(
    IReadOnlyDictionary<string, ResolvedParameter> parameters, PseudoParameters pseudo, MappingNode mappings)
{
    private ConditionEvaluator? _conditions;

    public IReadOnlyDictionary<string, ResolvedParameter> Parameters { get; } = parameters;

    public PseudoParameters Pseudo { get; } = pseudo;

    public MappingNode Mappings { get; } = mappings;

    /// <summary>What SAM lets one refer to by a dotted name, such as <c>Function.Alias</c>.</summary>
    public Dictionary<string, TemplateNode> Derived { get; } = [];

    public ConditionEvaluator Conditions =>
        _conditions ?? throw new InvalidOperationException("Conditions are read after parameters and mappings.");

    public void Use(ConditionEvaluator conditions) => _conditions = conditions;
}
