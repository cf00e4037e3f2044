using Amazon.SimpleNotificationService.Model;

namespace Amazon.SimpleNotificationService.Internal.Operations;

internal static class AttributeValueFields
{
    internal static void Write(QueryFields fields, MessageAttributeValue value)
    {
        fields.Field("BinaryValue", value.BinaryValue);
        fields.Field("DataType", value.DataType);
        fields.Field("StringValue", value.StringValue);
    }
}
