using Microsoft.AspNetCore.Http;

namespace Patterns.Local.HttpApi;

/// <summary>The size of a request's headers, which the service limits as a whole.</summary>
internal static class HeaderSize
{
    public const int Largest = 10_240;

    public static int Of(IHeaderDictionary headers)
    {
        var size = 0;
        foreach (var (name, values) in headers)
        {
            foreach (var value in values)
            {
                size += name.Length + (value?.Length ?? 0);
            }
        }

        return size;
    }
}
