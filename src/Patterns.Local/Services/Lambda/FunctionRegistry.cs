using System.Collections.Concurrent;
using Patterns.Local.Functions;

namespace Patterns.Local.Services.Lambda;

/// <summary>The functions of the account.</summary>
internal sealed class FunctionRegistry(AwsEnvironment aws)
{
    private readonly ConcurrentDictionary<string, RegisteredFunction> _functions = new(StringComparer.Ordinal);

    public void Add(FunctionDefinition definition)
    {
        var function = new RegisteredFunction(definition, ArnOf(definition.Name), aws.Time.GetUtcNow());
        if (!_functions.TryAdd(definition.Name, function))
        {
            throw LambdaErrors.Conflict($"Function already exist: {definition.Name}");
        }
    }

    /// <exception cref="AwsException"><c>ResourceNotFoundException</c>: there is no such function or version.</exception>
    public RegisteredFunction Find(FunctionReference reference)
    {
        if (reference.IsLatest && _functions.TryGetValue(reference.Name, out var function))
        {
            return function;
        }

        var arn = ArnOf(reference.Name);
        throw LambdaErrors.FunctionNotFound(reference.Qualifier is null ? arn : $"{arn}:{reference.Qualifier}");
    }

    public RegisteredFunction Find(string nameOrArn) => Find(FunctionReference.Parse(nameOrArn));

    public IReadOnlyList<RegisteredFunction> List() =>
        [.. _functions.Values.OrderBy(function => function.Definition.Name, StringComparer.Ordinal)];

    public string ArnOf(string name) => aws.Arn("lambda", "function:" + name);
}
