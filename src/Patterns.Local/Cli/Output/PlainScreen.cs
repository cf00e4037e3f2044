namespace Patterns.Local.Cli.Output;

/// <summary>Lines without colours, for files and pipes.</summary>
internal sealed class PlainScreen(TextWriter writer) : IScreen
{
    private readonly Lock _lock = new();

    public void Line(params ReadOnlySpan<Piece> pieces)
    {
        lock (_lock)
        {
            var trailing = 0;
            foreach (var piece in pieces)
            {
                trailing = Write(piece.Text, trailing);
            }

            writer.WriteLine();
            writer.Flush();
        }
    }

    // Padding at the end of a line is not written.
    private int Write(string text, int trailing)
    {
        var trimmed = text.AsSpan().TrimEnd(' ');
        if (trimmed.IsEmpty)
        {
            return trailing + text.Length;
        }

        for (var i = 0; i < trailing; i++)
        {
            writer.Write(' ');
        }

        writer.Write(trimmed);
        return text.Length - trimmed.Length;
    }
}
