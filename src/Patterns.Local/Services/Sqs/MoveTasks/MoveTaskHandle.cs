using System.Text;
using System.Text.Json;

namespace Patterns.Local.Services.Sqs.MoveTasks;

/// <summary>Names a move task to the one who may cancel it.</summary>
internal readonly record struct MoveTaskHandle(Guid TaskId, string SourceArn)
{
    public static bool TryParse(string text, out MoveTaskHandle handle)
    {
        handle = default;
        try
        {
            using var document = JsonDocument.Parse(Convert.FromBase64String(text));
            var root = document.RootElement;
            if (root.TryGetProperty("taskId", out var id) && id.TryGetGuid(out var taskId)
                && root.TryGetProperty("sourceArn", out var arn) && arn.GetString() is { } sourceArn)
            {
                handle = new MoveTaskHandle(taskId, sourceArn);
                return true;
            }
        }
        catch (Exception e) when (e is FormatException or JsonException or InvalidOperationException)
        {
            // Not a handle of ours, as the return value says.
        }

        return false;
    }

    public override string ToString() => Convert.ToBase64String(Encoding.UTF8.GetBytes(
        $$"""{"taskId":"{{TaskId:D}}","sourceArn":"{{SourceArn}}"}"""));
}
