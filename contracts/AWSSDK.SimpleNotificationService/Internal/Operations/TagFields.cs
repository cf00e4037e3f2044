using System.Xml.Linq;
using Amazon.SimpleNotificationService.Model;

namespace Amazon.SimpleNotificationService.Internal.Operations;

internal static class TagFields
{
    internal static void Write(QueryFields fields, Tag value)
    {
        fields.Field("Key", value.Key);
        fields.Field("Value", value.Value);
    }

    internal static Tag Read(XElement xml) => new()
    {
        Key = xml.Text("Key"),
        Value = xml.Text("Value"),
    };
}
