using System.Collections.Immutable;
using Patterns.Local.Templates.Intrinsics;
using Patterns.Local.Templates.Nodes;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace Patterns.Local.Templates.Parsing;

/// <summary>Reads YAML events into nodes, so that the mark of every value is kept.</summary>
internal sealed class YamlTemplateParser
{
    private readonly string _file;
    private readonly DiagnosticBag _diagnostics;
    private readonly NodeBuilder _nodes;
    private readonly GuardedYamlParser _parser;
    private readonly Dictionary<string, TemplateNode> _anchors = [];

    private YamlTemplateParser(string file, string text, DiagnosticBag diagnostics)
    {
        _file = file;
        _diagnostics = diagnostics;
        _nodes = new NodeBuilder(diagnostics);
        _parser = new GuardedYamlParser(new Parser(new StringReader(text)));
    }

    /// <summary>The root, or null when the file has no content.</summary>
    public static TemplateNode? Parse(string file, string text, DiagnosticBag diagnostics)
    {
        try
        {
            return new YamlTemplateParser(file, text, diagnostics).ParseDocument();
        }
        catch (YamlException error)
        {
            YamlSyntaxError.Report(file, text, error, diagnostics);
            return null;
        }
    }

    private TemplateNode? ParseDocument()
    {
        _parser.Consume<StreamStart>();
        if (_parser.Accept<StreamEnd>(out _))
        {
            return null;
        }

        _parser.Consume<DocumentStart>();
        var root = ParseNode(depth: 0);
        _parser.Consume<DocumentEnd>();
        if (_parser.Accept<DocumentStart>(out var second))
        {
            _diagnostics.Stop(LocationOf(second), "a second document starts here; a template is one document", "remove the '---'");
        }

        return root;
    }

    private TemplateNode ParseNode(int depth)
    {
        var location = LocationOf(_parser.Current!);
        _nodes.CheckDepth(location, depth);
        if (_parser.TryConsume<AnchorAlias>(out var alias))
        {
            return Resolve(alias, location);
        }

        var next = _parser.Consume<NodeEvent>();
        var node = Tagged(next, location, Content(next, location, depth));
        if (!next.Anchor.IsEmpty)
        {
            _anchors[next.Anchor.Value] = node;
        }

        return node;
    }

    private TemplateNode Content(NodeEvent start, SourceLocation location, int depth) => start switch
    {
        SequenceStart => ParseSequence(location, depth),
        MappingStart => ParseMapping(location, depth),
        Scalar scalar => ParseScalar(scalar, location),
        _ => throw new InvalidOperationException($"{location}: {start.GetType().Name} is no node."),
    };

    private static ScalarNode ParseScalar(Scalar scalar, SourceLocation location)
    {
        var isPlain = scalar.Style == ScalarStyle.Plain && scalar.Tag.IsEmpty;
        return isPlain ? CoreSchema.Resolve(location, scalar.Value) : new ScalarNode(location, scalar.Value);
    }

    private SequenceNode ParseSequence(SourceLocation location, int depth)
    {
        var items = ImmutableArray.CreateBuilder<TemplateNode>();
        while (!_parser.TryConsume<SequenceEnd>(out _))
        {
            items.Add(ParseNode(depth + 1));
        }

        return _nodes.Sequence(location, items.ToImmutable());
    }

    private TemplateNode ParseMapping(SourceLocation location, int depth)
    {
        var entries = new List<MappingEntry>();
        var merged = new List<MappingEntry>();
        while (!_parser.TryConsume<MappingEnd>(out _))
        {
            var (key, isMerge) = ParseKey();
            var value = ParseNode(depth + 1);
            if (isMerge)
            {
                AddMerged(merged, value);
            }
            else
            {
                entries.Add(new MappingEntry(key.Text, key.Location, value));
            }
        }

        var own = entries.Select(entry => entry.Key).ToHashSet();
        entries.AddRange(merged.Where(entry => own.Add(entry.Key)));
        return _nodes.Mapping(location, entries);
    }

    private (ScalarNode Key, bool IsMerge) ParseKey()
    {
        if (_parser.Accept<Scalar>(out var scalar))
        {
            _parser.MoveNext();
            return (new ScalarNode(LocationOf(scalar), scalar.Value), scalar is { Style: ScalarStyle.Plain, Value: "<<" });
        }

        _diagnostics.Stop(LocationOf(_parser.Current!), "a key must be plain text", "put quotes around it if it starts with a special character");
        return default;
    }

    private void AddMerged(List<MappingEntry> merged, TemplateNode value)
    {
        var sources = value is SequenceNode several ? several.Items : [value];
        foreach (var source in sources)
        {
            if (source is MappingNode mapping)
            {
                merged.AddRange(mapping.Entries);
                continue;
            }

            _diagnostics.Add(source.Location, $"'<<' merges mappings, and this is {source.Kind}");
        }
    }

    private TemplateNode Tagged(NodeEvent start, SourceLocation location, TemplateNode content)
    {
        if (start.Tag.IsEmpty || start.Tag.IsNonSpecific)
        {
            return content;
        }

        var tag = start.Tag.Value;
        if (YamlTags.IsStandard(tag))
        {
            return YamlTags.Apply(tag, content);
        }

        if (IntrinsicNames.FromShortForm(tag) is { } name)
        {
            return _nodes.Call(location, name, content);
        }

        _diagnostics.Add(location, $"tag '{tag}' is not known", Suggestion.For(tag, IntrinsicNames.ShortForms));
        return new InvalidNode(location);
    }

    private TemplateNode Resolve(AnchorAlias alias, SourceLocation location)
    {
        if (_anchors.TryGetValue(alias.Value.Value, out var node))
        {
            return node;
        }

        _diagnostics.Add(location, $"alias '*{alias.Value.Value}' has no anchor '&{alias.Value.Value}' before it", Suggestion.For(alias.Value.Value, _anchors.Keys));
        return new InvalidNode(location);
    }

    private SourceLocation LocationOf(ParsingEvent parsed) => new(_file, (int)parsed.Start.Line, (int)parsed.Start.Column);
}
