using Patterns.Local.Services.Sqs.Settings;
using Patterns.Local.Services.Sqs.Wire;

namespace Patterns.Local.Services.Sqs.Operations;

internal sealed class GetQueueAttributes : SyncOperation
{
    public override string Name => nameof(GetQueueAttributes);

    protected override void Run(SqsCall call)
    {
        var all = call.Queue.Attributes();
        foreach (var name in call.Input.AttributeNames)
        {
            if (!QueueAttributes.IsKnown(name))
            {
                throw SqsErrors.InvalidAttributeName(name);
            }
        }

        call.Answer.Map("Attributes", "Attribute", "Name", "Value", Selected(all, call.Input.AttributeNames));
    }

    private static IEnumerable<KeyValuePair<string, string>> Selected(Dictionary<string, string> all, IReadOnlyList<string> names) =>
        names.Contains("All") ? all : all.Where(attribute => names.Contains(attribute.Key));
}
