using System.Text.Json;
using Patterns.Local.Services.DynamoDb.Values;

namespace Patterns.Local.Tests.Services.DynamoDb.Expressions;

/// <summary>
/// Items in plain JSON, short enough for tables: text is S, a number N, true and false BOOL, null NULL, an array L, an object M.
/// An object with the one member SS, NS, BS or B is that type in the wire's form.
/// </summary>
internal static class PlainItem
{
    public static Item Parse(string json)
    {
        using var document = JsonDocument.Parse(json);
        return ToItem(document.RootElement);
    }

    private static Item ToItem(JsonElement json) =>
        new(json.EnumerateObject().ToDictionary(member => member.Name, member => ToValue(member.Value)));

    private static AttributeValue ToValue(JsonElement json) => json.ValueKind switch
    {
        JsonValueKind.String => new StringValue(json.GetString()!),
        JsonValueKind.Number => new NumberValue(DynamoNumber.Parse(json.GetRawText())),
        JsonValueKind.True or JsonValueKind.False => BooleanValue.Of(json.GetBoolean()),
        JsonValueKind.Array => new ListValue([.. json.EnumerateArray().Select(ToValue)]),
        JsonValueKind.Object when IsWireForm(json) => Values.ValueJson.Value(json.GetRawText()),
        JsonValueKind.Object => new MapValue(ToItem(json)),
        _ => NullValue.Instance,
    };

    private static bool IsWireForm(JsonElement json) =>
        json.EnumerateObject().Count() == 1 && json.EnumerateObject().First().Name is "SS" or "NS" or "BS" or "B";
}
