using System.Text;

namespace Patterns.TwoWayChain.Internal;

/// <summary>What an id must be to be part of a key.</summary>
internal static class IdRules
{
    public const int MostBytes = 900;

    /// <exception cref="NonRetryableException">The id is empty, or longer than a key takes.</exception>
    public static string Checked(string? id, string what)
    {
        var bytes = id is null ? 0 : Encoding.UTF8.GetByteCount(id);
        return bytes switch
        {
            0 => throw new NonRetryableException($"{what} is empty."),
            > MostBytes => throw new NonRetryableException($"{what} has {bytes} bytes; at most {MostBytes} are possible."),
            _ => id!,
        };
    }
}
