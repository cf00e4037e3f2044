namespace Patterns.Local.Services.Sns.Wire.Operations;

internal sealed class ListTagsForResource : ISnsOperation
{
    public string Name => "ListTagsForResource";

    public void Execute(SnsCall call)
    {
        var tags = call.Resource().Tags;
        var xml = call.Answer.OpenResult().Open("Tags");
        foreach (var (key, value) in tags)
        {
            xml.Open("member").Element("Key", key).Element("Value", value).Close("member");
        }

        xml.Close("Tags").CloseResult();
    }
}
