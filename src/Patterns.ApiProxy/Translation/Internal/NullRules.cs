namespace Patterns.Translation.Internal;

/// <summary>Which forms of null suit what.</summary>
internal static class NullRules
{
    public static string? MistakeOfItem(string name, XmlShape shape, NullForm nulls) => nulls switch
    {
        NullForm.Absent => $"'{name}' is an item: one that is null cannot be absent, or the array would be another.",
        _ => MistakeOfEmpty(name, shape, nulls),
    };

    public static string? MistakeOf(NamedMember member) => (member.Kind, member.Nulls) switch
    {
        _ when !Enum.IsDefined(member.Nulls) => $"'{member.Name}' has the form of null {member.Nulls}, which is not known.",
        (XmlMemberKind.Repeated, _) => MistakeOfItem(member.Name, member.Shape, member.Nulls),
        (XmlMemberKind.Attribute or XmlMemberKind.Content, NullForm.Nil) => $"'{member.Name}' is no element, and cannot be nil.",
        (XmlMemberKind.Content, NullForm.Absent) => $"'{member.Name}' is the text of an element, which cannot be absent.",
        (_, NullForm.Absent) when member.IsRequired => $"'{member.Name}' is required, so that its null cannot be absent.",
        _ => MistakeOfEmpty(member.Name, member.Shape, member.Nulls),
    };

    private static string? MistakeOfEmpty(string name, XmlShape shape, NullForm nulls) => nulls == NullForm.Empty && shape is not Scalar
        ? $"'{name}' is {shape.Description}: an empty element could not be told from null."
        : null;
}
