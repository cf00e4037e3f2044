using Patterns.Http;

namespace Patterns.Proxy.Internal;

/// <summary>Paths that cannot lead out of where they are put.</summary>
internal static class BackendPath
{
    // Whoever decodes a path more often than once must not find another one inside.
    private const int Decodings = 3;

    /// <exception cref="ProblemException">400: a part leads elsewhere.</exception>
    public static string[] Checked(string[] parts)
    {
        for (var index = 0; index < parts.Length; index++)
        {
            var isEmptyEnd = parts[index].Length == 0 && index > 0 && index == parts.Length - 1;
            if (!isEmptyEnd && !IsSafe(parts[index]))
            {
                throw new ProblemException(Problems.Malformed("The path has a part that is not possible."));
            }
        }

        return parts;
    }

    /// <summary>The decoded parts of a path below a prefix.</summary>
    /// <exception cref="ProblemException">404: the path does not begin with the prefix.</exception>
    public static IEnumerable<string> Below(string prefix, string path)
    {
        var start = prefix.TrimEnd('/') + "/";
        return path.StartsWith(start, StringComparison.Ordinal)
            ? path.Length == start.Length ? [] : path[start.Length..].Split('/').Select(Uri.UnescapeDataString)
            : throw new ProblemException(Problems.NotFound());
    }

    /// <summary>The address of a call.</summary>
    public static Uri Address(Uri backend, BackendCall call)
    {
        var root = backend.GetLeftPart(UriPartial.Path).TrimEnd('/') + "/";
        var path = string.Join('/', call.Path.Select(Uri.EscapeDataString));
        var query = string.Join('&', call.Query.Select(pair => $"{Uri.EscapeDataString(pair.Key)}={Uri.EscapeDataString(pair.Value)}"));
        var address = new Uri(call.Path.Count == 0 && query.Length == 0 ? backend.AbsoluteUri : root + path + (query.Length == 0 ? "" : "?" + query));
        return address.AbsoluteUri.StartsWith(call.Path.Count == 0 ? backend.GetLeftPart(UriPartial.Path).TrimEnd('/') : root, StringComparison.Ordinal)
            ? address
            : throw new ProblemException(Problems.Malformed("The path is not possible."));
    }

    private static bool IsSafe(string part)
    {
        for (var count = 0; count <= Decodings; count++)
        {
            var name = part.Split(';', 2)[0];
            if (name.Length == 0 || name is "." or ".." || part.Any(letter => letter is '/' or '\\' || char.IsControl(letter)))
            {
                return false;
            }

            part = Uri.UnescapeDataString(part);
        }

        return true;
    }
}
