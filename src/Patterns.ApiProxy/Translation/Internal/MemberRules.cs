namespace Patterns.Translation.Internal;

/// <summary>What members of one object must not do to each other.</summary>
internal static class MemberRules
{
    public static IEnumerable<string> Mistakes(IReadOnlyList<NamedMember> members)
    {
        foreach (var group in members.GroupBy(member => member.Name, StringComparer.Ordinal).Where(group => group.Count() > 1))
        {
            yield return $"'{group.Key}' is declared {group.Count()} times.";
        }

        foreach (var group in members.Where(member => member.Kind != XmlMemberKind.Content).GroupBy(member => (member.IsElement, member.XmlName)).Where(group => group.Count() > 1))
        {
            yield return $"The {(group.Key.IsElement ? "element" : "attribute")} '{group.Key.XmlName}' is declared {group.Count()} times.";
        }

        if (members.Any(member => member.Kind == XmlMemberKind.Content)
            && members.Any(member => member.IsElement) | members.Count(member => member.Kind == XmlMemberKind.Content) > 1)
        {
            yield return "Content stands beside attributes only: text and elements in one element are not supported.";
        }

        foreach (var mistake in members.Select(NullRules.MistakeOf).OfType<string>())
        {
            yield return mistake;
        }
    }
}
