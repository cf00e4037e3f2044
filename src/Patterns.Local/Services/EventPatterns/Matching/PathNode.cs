using System.Text;

namespace Patterns.Local.Services.EventPatterns.Matching;

/// <summary>A step of the paths that a pattern looks at; a dot in a key separates steps, in patterns as in documents.</summary>
internal sealed class PathNode(byte[] name)
{
    private readonly List<PathNode> _children = [];
    private readonly List<Condition> _conditions = [];

    public IReadOnlyList<Condition> Conditions => _conditions;

    public static PathNode Over(IEnumerable<Condition> conditions)
    {
        var root = new PathNode([]);
        foreach (var condition in conditions)
        {
            root.Grow(condition.Path)._conditions.Add(condition);
        }

        return root;
    }

    public PathNode? Find(string key) => Find(Encoding.UTF8.GetBytes(key));

    /// <summary>The node that a document's key leads to, or null when the pattern looks at nothing there.</summary>
    public PathNode? Find(ReadOnlySpan<byte> key)
    {
        var node = this;
        foreach (var step in key.Split((byte)'.'))
        {
            node = node.Child(key[step]);
            if (node is null)
            {
                return null;
            }
        }

        return node;
    }

    private PathNode? Child(ReadOnlySpan<byte> step)
    {
        foreach (var child in _children)
        {
            if (child.IsNamed(step))
            {
                return child;
            }
        }

        return null;
    }

    private bool IsNamed(ReadOnlySpan<byte> step) => step.SequenceEqual(name);

    private PathNode Grow(string path)
    {
        var node = this;
        foreach (var step in path.Split('.'))
        {
            var bytes = Encoding.UTF8.GetBytes(step);
            if (node.Child(bytes) is not { } child)
            {
                child = new PathNode(bytes);
                node._children.Add(child);
            }

            node = child;
        }

        return node;
    }
}
