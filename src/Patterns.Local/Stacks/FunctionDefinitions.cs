using Patterns.Local.Functions;
using Patterns.Local.Templates;

namespace Patterns.Local.Stacks;

/// <summary>Turns the functions of a template into what can be built and checked before any resource exists.</summary>
internal static class FunctionDefinitions
{
    /// <param name="model">The stack.</param>
    /// <param name="attached">The logical ids of functions that the developer starts.</param>
    /// <exception cref="TemplateException">A function's code has a form that cannot be built here.</exception>
    public static IReadOnlyList<FunctionDefinition> Of(StackModel model, IReadOnlyCollection<string> attached) =>
        [.. model.Functions.Select(function => Of(function, attached.Contains(function.LogicalId)))];

    private static FunctionDefinition Of(FunctionResource function, bool isAttached)
    {
        var isProject = function.CodePath.EndsWith("proj", StringComparison.Ordinal) && File.Exists(function.CodePath);
        if (!isProject && File.Exists(function.CodePath))
        {
            throw new TemplateException([new Diagnostic(function.CodeLocation, $"the code of '{function.LogicalId}' is the file {Path.GetFileName(function.CodePath)}, which is no project", "give the folder of the function's project")]);
        }

        return new FunctionDefinition(function.LogicalId, isProject ? Path.GetDirectoryName(function.CodePath)! : function.CodePath, function.Handler)
        {
            ProjectFile = isProject ? function.CodePath : null,
            Runtime = function.Runtime,
            Timeout = function.Timeout,
            MemoryMegabytes = function.MemoryMegabytes,
            ReservedConcurrency = function.ReservedConcurrentExecutions,
            HandlerLocation = function.HandlerLocation.ToString(),
            Attached = isAttached,
        };
    }
}
