namespace StreamTransform.Functions;

/// <summary>Names the browser that a visitor has.</summary>
public static class Browsers
{
    // The order matters: Edge calls itself Chrome too, and both call themselves Safari.
    private static readonly (string Mark, string Name)[] s_marks = [("Edg/", "Edge"), ("Firefox/", "Firefox"), ("Chrome/", "Chrome"), ("Safari/", "Safari")];

    public static string NameOf(string userAgent)
    {
        foreach (var (mark, name) in s_marks)
        {
            if (userAgent.Contains(mark, StringComparison.Ordinal))
            {
                return name;
            }
        }

        return "Other";
    }
}
