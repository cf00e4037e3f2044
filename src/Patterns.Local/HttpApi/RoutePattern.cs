namespace Patterns.Local.HttpApi;

/// <summary>A path with variables: <c>{name}</c> is one segment, <c>{name+}</c> at the end is all that follows.</summary>
internal sealed class RoutePattern
{
    private readonly Segment[] _segments;

    private RoutePattern(string text, Segment[] segments) => (Text, _segments) = (text, segments);

    private enum SegmentKind
    {
        Literal,
        Variable,
        Greedy,
    }

    /// <summary>The path as it was written.</summary>
    public string Text { get; }

    private bool IsGreedy => _segments is [.., { Kind: SegmentKind.Greedy }];

    /// <exception cref="FormatException">A greedy variable is not the last segment, or a name stands twice.</exception>
    public static RoutePattern Parse(string path)
    {
        var segments = Array.ConvertAll(path[1..].Split('/'), ParseSegment);
        var greedy = Array.FindIndex(segments, segment => segment.Kind == SegmentKind.Greedy);
        if (greedy >= 0 && greedy < segments.Length - 1)
        {
            throw new FormatException($"In the path '{path}' the greedy variable must be the last segment.");
        }

        var names = segments.Where(segment => segment.Kind != SegmentKind.Literal).Select(segment => segment.Text).ToList();
        return names.Distinct(StringComparer.Ordinal).Count() == names.Count
            ? new RoutePattern(path, segments)
            : throw new FormatException($"The path '{path}' has two variables of one name.");
    }

    /// <summary>Whether the path fits; variables with their values are added to <paramref name="variables"/>.</summary>
    public bool Matches(string path, List<KeyValuePair<string, string>> variables)
    {
        var position = 1;
        foreach (var segment in _segments)
        {
            if (position > path.Length)
            {
                return false;
            }

            var slash = path.IndexOf('/', position);
            var end = slash < 0 || segment.Kind == SegmentKind.Greedy ? path.Length : slash;
            if (!segment.Takes(path.AsSpan(position, end - position)))
            {
                return false;
            }

            if (segment.Kind != SegmentKind.Literal)
            {
                variables.Add(new(segment.Text, path[position..end]));
            }

            position = end + 1;
        }

        return position == path.Length + 1;
    }

    /// <summary>Orders two patterns so that the first that matches is the right one: full matches before greedy ones, texts before variables.</summary>
    public int Precedence(RoutePattern other)
    {
        return IsGreedy == other.IsGreedy ? TreePrecedence(other) : other.IsGreedy ? -1 : 1;
    }

    /// <summary>Orders two patterns as a walk through a tree of resources finds them: at each segment texts, then variables, then greedy ones.</summary>
    public int TreePrecedence(RoutePattern other)
    {
        for (var i = 0; i < Math.Min(_segments.Length, other._segments.Length); i++)
        {
            var difference = _segments[i].Kind.CompareTo(other._segments[i].Kind);
            if (difference != 0)
            {
                return difference;
            }
        }

        return other._segments.Length.CompareTo(_segments.Length);
    }

    private static Segment ParseSegment(string text) => text switch
    {
        ['{', .. { Length: > 0 } name, '+', '}'] => new Segment(SegmentKind.Greedy, name),
        ['{', .. { Length: > 0 } name, '}'] => new Segment(SegmentKind.Variable, name),
        _ => new Segment(SegmentKind.Literal, text),
    };

    private readonly record struct Segment(SegmentKind Kind, string Text)
    {
        public bool Takes(ReadOnlySpan<char> part) => Kind == SegmentKind.Literal ? part.SequenceEqual(Text) : !part.IsEmpty;
    }
}
