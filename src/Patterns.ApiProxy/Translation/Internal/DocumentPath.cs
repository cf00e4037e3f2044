using System.Text;

namespace Patterns.Translation.Internal;

/// <summary>Where in a document a translation is; written out only for an error.</summary>
internal sealed class DocumentPath(bool isXml)
{
    private const int LongestName = 64;
    private readonly List<(string? Name, int Index)> _parts = [];

    public void Enter(string name) => _parts.Add((name, 0));

    public void Enter(int index) => _parts.Add((null, index));

    public void EnterAttribute(string name) => _parts.Add(("@" + name, 0));

    public void Leave() => _parts.RemoveAt(_parts.Count - 1);

    public TranslationException Mismatch(string reason, Exception? innerException = null) => Fail(TranslationFault.Mismatch, reason, innerException);

    public TranslationException Fail(TranslationFault fault, string reason, Exception? innerException = null) => new(fault, ToString(), reason, innerException);

    /// <summary>A name that came with a document and stands in an error: not longer than it need be, and on one line.</summary>
    public static string Short(string name)
    {
        var text = name.Length > LongestName ? name[..LongestName] + "…" : name;
        return text.Any(char.IsControl) ? new string([.. text.Select(letter => char.IsControl(letter) ? '?' : letter)]) : text;
    }

    public override string ToString()
    {
        var text = new StringBuilder(isXml ? "" : "$");
        foreach (var (name, index) in _parts)
        {
            _ = name is null ? text.Append('[').Append(index).Append(']') : text.Append(isXml ? '/' : '.').Append(Short(name));
        }

        return text.Length == 0 ? "/" : text.ToString();
    }
}
