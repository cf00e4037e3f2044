using Patterns.Local.Services.StepFunctions.Data;
using Patterns.Local.Services.StepFunctions.Language.Expressions;
using Patterns.Local.Services.StepFunctions.Language.Paths;

namespace Patterns.Local.Services.StepFunctions.Language.Choices;

/// <summary>A side of a comparison: a literal of the definition or a path.</summary>
internal sealed class ChoiceOperand
{
    private readonly JsonData? _literal;
    private readonly DataPath? _path;

    public ChoiceOperand(JsonData literal) => _literal = literal;

    public ChoiceOperand(DataPath path) => _path = path;

    public JsonData? Find(IDataScope scope) => _literal ?? _path!.Evaluate(scope);

    /// <exception cref="EvaluationException">The path leads nowhere.</exception>
    public JsonData Value(IDataScope scope) => Find(scope) ?? throw EvaluationException.Runtime(
        $"Invalid path '{_path!.Text}': The choice state's condition path references an invalid value.");
}
