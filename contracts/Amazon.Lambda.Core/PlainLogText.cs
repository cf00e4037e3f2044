using System.Text;

namespace Amazon.Lambda.Core;

internal static class PlainLogText
{
    internal static string Of(string message, object[] args)
    {
        if (args is null || args.Length == 0)
        {
            return message;
        }

        var text = new StringBuilder(message).Append(" Arguments:");
        foreach (var arg in args)
        {
            text.Append(" \"").Append(arg).Append('"');
        }

        return text.ToString();
    }
}
