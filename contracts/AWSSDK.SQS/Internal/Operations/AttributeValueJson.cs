using System.Text.Json;
using Amazon.SQS.Model;

namespace Amazon.SQS.Internal.Operations;

internal static class AttributeValueJson
{
    internal static void Write(Utf8JsonWriter json, MessageAttributeValue value)
    {
        json.WriteStartObject();
        json.Field("BinaryListValues", value.BinaryListValues);
        json.Field("BinaryValue", value.BinaryValue);
        json.Field("DataType", value.DataType);
        json.Field("StringListValues", value.StringListValues);
        json.Field("StringValue", value.StringValue);
        json.WriteEndObject();
    }

    internal static void Write(Utf8JsonWriter json, MessageSystemAttributeValue value)
    {
        json.WriteStartObject();
        json.Field("BinaryListValues", value.BinaryListValues);
        json.Field("BinaryValue", value.BinaryValue);
        json.Field("DataType", value.DataType);
        json.Field("StringListValues", value.StringListValues);
        json.Field("StringValue", value.StringValue);
        json.WriteEndObject();
    }

    internal static MessageAttributeValue Read(JsonElement json) => new()
    {
        BinaryListValues = json.Binaries("BinaryListValues"),
        BinaryValue = json.Binary("BinaryValue"),
        DataType = json.Text("DataType"),
        StringListValues = json.Texts("StringListValues"),
        StringValue = json.Text("StringValue"),
    };
}
