using System.Text;
using System.Text.Json;
using Patterns.Local.Services.StepFunctions.Data;

namespace Patterns.Local.Services.StepFunctions.Language.Intrinsics;

internal static class TextFunctions
{
    /// <summary>Every <c>{}</c> of the template takes the next argument; texts as they are, other values as JSON.</summary>
    public static TextData Format(IntrinsicArguments arguments)
    {
        var template = arguments.Text(0);
        var text = new StringBuilder(template.Length);
        var next = 1;
        for (var i = 0; i < template.Length; i++)
        {
            if (template[i] == '\\' && i + 1 < template.Length && template[i + 1] is '{' or '}' or '\\' or '\'')
            {
                text.Append(template[++i]);
            }
            else if (template[i] == '{' && i + 1 < template.Length && template[i + 1] == '}')
            {
                text.Append(next < arguments.Count ? Shown(arguments[next]) : throw WrongCount(template));
                next++;
                i++;
            }
            else
            {
                text.Append(template[i]);
            }
        }

        return next == arguments.Count ? new TextData(text.ToString()) : throw WrongCount(template);
    }

    public static JsonData StringToJson(IntrinsicArguments arguments)
    {
        try
        {
            return JsonData.Parse(arguments.Text(0));
        }
        catch (Exception error) when (error is JsonException or ArgumentException)
        {
            throw new IntrinsicException("The argument is not a valid JSON text.");
        }
    }

    public static TextData JsonToString(IntrinsicArguments arguments) => new(arguments[0].ToString());

    /// <summary>Every character of the second argument separates; empty parts are left out.</summary>
    public static ArrayData StringSplit(IntrinsicArguments arguments)
    {
        var (text, separators) = (arguments.Text(0), arguments.Text(1).ToCharArray());
        var parts = separators.Length == 0 ? [text] : text.Split(separators, StringSplitOptions.RemoveEmptyEntries);
        return new ArrayData([.. parts.Where(part => part.Length > 0).Select(part => new TextData(part))]);
    }

    private static string Shown(JsonData value) => value is TextData text ? text.Value : value.ToString();

    private static IntrinsicException WrongCount(string template) =>
        new($"The number of arguments does not match the occurrences of {{}} in '{template}'.");
}
