using System.Text;

namespace Patterns.Local.Templates.Parsing;

/// <summary>Turns a byte offset into a line and a column.</summary>
internal sealed class LineIndex
{
    private readonly string _file;
    private readonly byte[] _utf8;
    private readonly List<int> _starts = [0];

    public LineIndex(string file, byte[] utf8)
    {
        _file = file;
        _utf8 = utf8;
        for (var i = 0; i < utf8.Length; i++)
        {
            if (utf8[i] == '\n')
            {
                _starts.Add(i + 1);
            }
        }
    }

    public SourceLocation At(long offset)
    {
        var position = (int)Math.Min(offset, _utf8.Length);
        var found = _starts.BinarySearch(position);
        var line = found >= 0 ? found : ~found - 1;
        var column = Encoding.UTF8.GetCharCount(_utf8, _starts[line], position - _starts[line]);
        return new SourceLocation(_file, line + 1, column + 1);
    }

    public SourceLocation At(long line, long byteInLine) => At(_starts[(int)Math.Min(line, _starts.Count - 1)] + byteInLine);
}
