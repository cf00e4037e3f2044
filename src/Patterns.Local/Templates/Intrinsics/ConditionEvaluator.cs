using System.Text.Json.Nodes;
using Patterns.Local.Templates.Nodes;
using Patterns.Local.Templates.Parsing;
using Patterns.Local.Templates.References;

namespace Patterns.Local.Templates.Intrinsics;

/// <summary>Decides each condition once, when it is first asked for.</summary>
internal sealed class ConditionEvaluator(MappingNode section, TemplateScope scope, DiagnosticBag diagnostics)
{
    private readonly Dictionary<string, bool?> _decided = [];
    private readonly List<string> _deciding = [];
    private readonly Folding _folding = new(scope, diagnostics);

    public IEnumerable<string> Names => section.Keys;

    /// <summary>Whether the condition holds, or null when a mistake was reported.</summary>
    public bool? Holds(string name, SourceLocation askedAt)
    {
        if (_decided.TryGetValue(name, out var known))
        {
            return known;
        }

        if (section.Find(name) is not { } condition)
        {
            return Fail(askedAt, $"condition '{name}' is not defined", Suggestion.For(name, section.Keys));
        }

        if (_deciding.Contains(name))
        {
            var path = string.Join(" -> ", _deciding.SkipWhile(other => other != name).Append(name));
            return Fail(condition.KeyLocation, $"conditions depend on each other in a circle: {path}");
        }

        if (_deciding.Count == TemplateLimits.Depth)
        {
            return Fail(askedAt, $"conditions refer to each other more than {TemplateLimits.Depth} levels deep");
        }

        _deciding.Add(name);
        var holds = Decide(condition.Value);
        _deciding.Remove(name);
        return _decided[name] = holds;
    }

    private bool? Decide(TemplateNode node) => node switch
    {
        IntrinsicNode { Name: IntrinsicNames.Condition, Argument: ScalarNode name } => Holds(name.Text, name.Location),
        MappingNode { Entries: [{ Key: IntrinsicNames.Condition, Value: ScalarNode name }] } => Holds(name.Text, name.Location),
        IntrinsicNode { Name: IntrinsicNames.Not, Argument: SequenceNode { Items: [var only] } } => !Decide(only),
        IntrinsicNode { Name: IntrinsicNames.And, Argument: SequenceNode { Items.Length: >= 2 and <= 10 } all } => All(all),
        IntrinsicNode { Name: IntrinsicNames.Or, Argument: SequenceNode { Items.Length: >= 2 and <= 10 } any } => Any(any),
        IntrinsicNode { Name: IntrinsicNames.EqualTo, Argument: SequenceNode { Items: [var left, var right] } } => Equal(left, right),
        InvalidNode => null,
        _ => Refuse(node),
    };

    private bool? All(SequenceNode parts)
    {
        var decided = parts.Items.Select(Decide).ToList();
        return decided.Contains(null) ? null : !decided.Contains(false);
    }

    private bool? Any(SequenceNode parts)
    {
        var decided = parts.Items.Select(Decide).ToList();
        return decided.Contains(null) ? null : decided.Contains(true);
    }

    private bool? Equal(TemplateNode left, TemplateNode right)
    {
        var (first, second) = (_folding.Fold(left), _folding.Fold(right));
        if (first.IsInvalid || second.IsInvalid)
        {
            return null;
        }

        if (!first.IsConstant || !second.IsConstant)
        {
            var needed = Reference.In(first).Concat(Reference.In(second)).First();
            return Fail(needed.Location, $"a condition can only use parameters, and '{needed.LogicalId}' is none", Suggestion.For(needed.LogicalId, scope.Parameters.Keys));
        }

        return (first, second) is (ScalarNode one, ScalarNode other)
            ? one.Text == other.Text
            : JsonNode.DeepEquals(NodeJson.ToJson(first), NodeJson.ToJson(second));
    }

    private bool? Refuse(TemplateNode node) => node is IntrinsicNode { Name: var name }
        ? Fail(node.Location, $"{name} is no condition in this form", "Fn::Equals takes 2 values, Fn::And and Fn::Or 2 to 10 conditions, Fn::Not a list of 1")
        : Fail(node.Location, $"a condition is Fn::Equals, Fn::And, Fn::Or, Fn::Not or Condition, and this is {node.Kind}");

    private bool? Fail(SourceLocation location, string message, string? hint = null)
    {
        diagnostics.Add(location, message, hint);
        return null;
    }
}
