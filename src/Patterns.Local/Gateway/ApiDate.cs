namespace Patterns.Local.Gateway;

/// <summary>The date that the REST paths of Lambda begin with, as in <c>/2015-03-31/functions</c>.</summary>
internal static class ApiDate
{
    private const string Form = "/0000-00-00/";

    public static bool Starts(ReadOnlySpan<char> path)
    {
        if (path.Length < Form.Length)
        {
            return false;
        }

        for (var i = 0; i < Form.Length; i++)
        {
            if (Form[i] == '0' ? !char.IsAsciiDigit(path[i]) : path[i] != Form[i])
            {
                return false;
            }
        }

        return true;
    }
}
