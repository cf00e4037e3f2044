namespace Patterns.Local.Templates.Sam;

/// <summary>A name as SAM puts it into logical ids: its letters and digits.</summary>
internal static class LogicalIdPart
{
    public static string Of(string name) => string.Concat(name.Where(char.IsAsciiLetterOrDigit));
}
