namespace Patterns.Local.Services.DynamoDb.Values;

/// <summary>Values as the service's error messages show them.</summary>
internal static class ValueText
{
    public static string List(IEnumerable<AttributeValue> values) => $"[{string.Join(", ", values.Select(Of))}]";

    public static string Of(AttributeValue value) => value switch
    {
        StringValue text => text.Text,
        NumberValue number => number.Number.ToString(),
        BinaryValue binary => Convert.ToBase64String(binary.Bytes.Span),
        BooleanValue boolean => boolean.IsTrue ? "true" : "false",
        SetValue set => List(set.Elements),
        ListValue list => List(list.Elements),
        MapValue map => $"{{{string.Join(", ", map.Content.Attributes.Select(pair => $"{pair.Key}={Of(pair.Value)}"))}}}",
        _ => "true",
    };
}
