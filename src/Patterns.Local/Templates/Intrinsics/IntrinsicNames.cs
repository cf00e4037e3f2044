namespace Patterns.Local.Templates.Intrinsics;

/// <summary>The names of the intrinsic functions, long and short.</summary>
internal static class IntrinsicNames
{
    public const string Ref = "Ref";
    public const string Condition = "Condition";
    public const string GetAtt = "Fn::GetAtt";
    public const string Sub = "Fn::Sub";
    public const string Join = "Fn::Join";
    public const string If = "Fn::If";
    public const string Select = "Fn::Select";
    public const string Split = "Fn::Split";
    public const string FindInMap = "Fn::FindInMap";
    public const string Base64 = "Fn::Base64";
    public const string Cidr = "Fn::Cidr";
    public const string GetAZs = "Fn::GetAZs";
    public const string Length = "Fn::Length";
    public const string ToJsonString = "Fn::ToJsonString";
    public const string ImportValue = "Fn::ImportValue";
    public const string Transform = "Fn::Transform";
    public const string ForEach = "Fn::ForEach";
    public const string EqualTo = "Fn::Equals";
    public const string And = "Fn::And";
    public const string Or = "Fn::Or";
    public const string Not = "Fn::Not";

    public static readonly IReadOnlyList<string> All =
    [
        Ref, Condition, GetAtt, Sub, Join, If, Select, Split, FindInMap, Base64, Cidr, GetAZs, Length, ToJsonString,
        ImportValue, Transform, ForEach, EqualTo, And, Or, Not,
    ];

    public static readonly IReadOnlyList<string> ShortForms = [.. All.Where(name => name is not ForEach).Select(ShortForm)];

    private static readonly Dictionary<string, string> LongForms = All.ToDictionary(ShortForm);

    /// <summary>Whether a mapping with this single key is a call.</summary>
    public static bool IsLongForm(string key) => key == Ref || key.StartsWith("Fn::", StringComparison.Ordinal);

    public static bool IsKnown(string name) => All.Contains(name) || IsMacro(name);

    /// <summary>Whether the call can only be carried out by a macro at AWS; a loop's name follows <c>Fn::ForEach::</c>.</summary>
    public static bool IsMacro(string name) => name is Transform || name.StartsWith(ForEach, StringComparison.Ordinal);

    public static string? FromShortForm(string tag) => LongForms.GetValueOrDefault(tag);

    private static string ShortForm(string name) => $"!{name.Replace("Fn::", "", StringComparison.Ordinal)}";
}
