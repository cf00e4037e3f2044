using Patterns.Local.Functions;

namespace Patterns.Local.Services.Lambda;

/// <summary>How callers name a function: by name, partial ARN or ARN, each with or without a qualifier.</summary>
/// <param name="Name">The plain name.</param>
/// <param name="Qualifier">The version or alias that was asked for; null when none was.</param>
internal readonly record struct FunctionReference(string Name, string? Qualifier)
{
    private const string Resource = "function";

    /// <summary>Only the latest version exists here.</summary>
    public bool IsLatest => Qualifier is null or InvocationResult.Latest;

    /// <exception cref="AwsException">The text is none of these, or two qualifiers contradict each other.</exception>
    public static FunctionReference Parse(string text, string? qualifier = null)
    {
        var parts = text.Split(':');
        var reference = parts switch
        {
            [var name] => new FunctionReference(name, null),
            [var name, var version] => new FunctionReference(name, version),
            [_, Resource, var name] => new FunctionReference(name, null),
            [_, Resource, var name, var version] => new FunctionReference(name, version),
            ["arn", _, "lambda", _, _, Resource, var name] => new FunctionReference(name, null),
            ["arn", _, "lambda", _, _, Resource, var name, var version] => new FunctionReference(name, version),
            _ => default,
        };
        return IsName(reference.Name) ? reference.With(qualifier) : throw Malformed(text);
    }

    private static bool IsName(string? name)
    {
        if (name is null or { Length: 0 or > 140 })
        {
            return false;
        }

        foreach (var c in name)
        {
            if (!char.IsAsciiLetterOrDigit(c) && c is not ('-' or '_'))
            {
                return false;
            }
        }

        return true;
    }

    private static AwsException Malformed(string text) => LambdaErrors.Validation(
        text,
        "functionName",
        @"Member must satisfy regular expression pattern: (arn:(aws[a-zA-Z-]*)?:lambda:)?([a-z]{2}(-gov)?-[a-z]+-\d{1}:)?(\d{12}:)?(function:)?([a-zA-Z0-9-_]+)(:(\$LATEST|[a-zA-Z0-9-_]+))?");

    private FunctionReference With(string? qualifier)
    {
        if (qualifier is null)
        {
            return this;
        }

        return Qualifier is null || Qualifier == qualifier
            ? this with { Qualifier = qualifier }
            : throw LambdaErrors.InvalidParameter("The derived qualifier from the function name does not match the specified qualifier.");
    }
}
