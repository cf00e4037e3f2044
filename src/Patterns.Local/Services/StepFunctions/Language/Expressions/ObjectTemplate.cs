using Patterns.Local.Services.StepFunctions.Data;

namespace Patterns.Local.Services.StepFunctions.Language.Expressions;

/// <summary>An object of a template; the names are those of the result, without <c>.$</c>.</summary>
internal sealed class ObjectTemplate(KeyValuePair<string, PayloadTemplate>[] members) : PayloadTemplate
{
    public IReadOnlyList<KeyValuePair<string, PayloadTemplate>> Members => members;

    public override JsonData Evaluate(IDataScope scope) => EvaluateMembers(scope);

    public ObjectData EvaluateMembers(IDataScope scope) => members.Length == 0
        ? ObjectData.Empty
        : new ObjectData(Array.ConvertAll(members, member => new KeyValuePair<string, JsonData>(member.Key, member.Value.Evaluate(scope))));
}
