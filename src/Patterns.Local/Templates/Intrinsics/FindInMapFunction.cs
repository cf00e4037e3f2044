using Patterns.Local.Templates.Nodes;

namespace Patterns.Local.Templates.Intrinsics;

internal sealed class FindInMapFunction : IntrinsicFunction
{
    private const string Form = "the names of a map, a key and a second key";

    protected override TemplateNode Apply(IntrinsicNode call, Folding folding)
    {
        if (Arguments(call, folding, Form, 3, 4) is not { } arguments)
        {
            return new InvalidNode(call.Location);
        }

        if (arguments is not [ScalarNode map, ScalarNode key, ScalarNode second, ..])
        {
            return folding.Fail(call.Location, $"Fn::FindInMap takes {Form}, all known before resources exist");
        }

        return Find(folding.Scope.Mappings, [map, key, second], out var missing, out var candidates)
            ?? Default(arguments)
            ?? folding.Fail(missing.Location, $"'{missing.Text}' is not in {Place(missing, map, key)}", Suggestion.For(missing.Text, candidates));
    }

    private static TemplateNode? Find(MappingNode mappings, ScalarNode[] path, out ScalarNode missing, out IEnumerable<string> candidates)
    {
        TemplateNode? current = mappings;
        (missing, candidates) = (path[0], []);
        foreach (var name in path)
        {
            (missing, candidates) = (name, current is MappingNode here ? here.Keys : []);
            current = (current as MappingNode)?[name.Text];
            if (current is null)
            {
                return null;
            }
        }

        return current;
    }

    private static string Place(ScalarNode missing, ScalarNode map, ScalarNode key)
    {
        if (ReferenceEquals(missing, map))
        {
            return "the section 'Mappings'";
        }

        return ReferenceEquals(missing, key) ? $"the map '{map.Text}'" : $"'{key.Text}' of the map '{map.Text}'";
    }

    private static TemplateNode? Default(IReadOnlyList<TemplateNode> arguments) =>
        arguments.Count == 4 && arguments[3] is MappingNode options ? options["DefaultValue"] : null;
}
