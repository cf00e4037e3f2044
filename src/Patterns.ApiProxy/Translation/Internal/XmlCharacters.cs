using System.Xml;

namespace Patterns.Translation.Internal;

/// <summary>Which characters XML 1.0 has.</summary>
internal static class XmlCharacters
{
    public static readonly char[] Whitespace = [' ', '\t', '\r', '\n'];

    public static bool AreAllowed(string text)
    {
        for (var index = 0; index < text.Length; index++)
        {
            if (XmlConvert.IsXmlChar(text[index]))
            {
                continue;
            }

            if (index + 1 == text.Length || !XmlConvert.IsXmlSurrogatePair(text[index + 1], text[index]))
            {
                return false;
            }

            index++;
        }

        return true;
    }
}
