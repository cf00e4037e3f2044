using System.Text;
using FsCheck;
using FsCheck.Fluent;
using Patterns.Translation;

namespace Patterns.ApiProxy.Tests.Translation;

/// <summary>What holds of every shape and every document of it.</summary>
public sealed class XmlMapLaws
{
    [Fact]
    public void A_document_of_the_shape_is_the_same_after_a_way_to_XML_and_back()
    {
        ForAll(500, seed =>
        {
            var (map, inOrder, shuffled) = Case(seed);

            Assert.Equal(inOrder, Text(map.ToJson(map.ToXml(Bytes(inOrder)))));
            Assert.Equal(inOrder, Text(map.ToJson(map.ToXml(Bytes(shuffled)))));
        });
    }

    [Fact]
    public void What_is_not_a_document_of_the_shape_is_refused_or_translated_and_nothing_else()
    {
        ForAll(500, seed =>
        {
            var (map, json, _) = Case(seed);
            var random = new Random(seed);
            var xml = map.ToXml(Bytes(json));

            TranslateOrRefuse(() => map.ToXml(Mutate(Bytes(json), random)));
            TranslateOrRefuse(() => map.ToJson(Mutate(xml, random)));
            TranslateOrRefuse(() => new SoapOperation(map, map).ReadReply(Mutate(new SoapOperation(map, map).WriteRequest(Bytes(json)), random)));
        });
    }

    private static (XmlMap Map, string InOrder, string Shuffled) Case(int seed)
    {
        var documents = new RandomDocuments(seed);
        var shape = documents.Shape();
        var (inOrder, shuffled) = documents.Document(shape);
        return (new XmlMap("{urn:root}root", shape), inOrder, shuffled);
    }

    private static void ForAll(int tests, Action<int> check) =>
        Prop.ForAll(Gen.Choose(0, int.MaxValue).ToArbitrary(), check).Check(Config.QuickThrowOnFailure.WithMaxTest(tests).WithQuietOnSuccess(true).WithReplay(17, 17));

    private static void TranslateOrRefuse(Func<byte[]> translate)
    {
        try
        {
            translate();
        }
        catch (Exception exception) when (exception is TranslationException or SoapFaultException)
        {
            Assert.NotEmpty(exception.Message);
        }
    }

    private static byte[] Mutate(byte[] bytes, Random random)
    {
        var list = bytes.ToList();
        for (var count = random.Next(1, 4); count > 0 && list.Count > 0; count--)
        {
            var at = random.Next(list.Count);
            switch (random.Next(4))
            {
                case 0:
                    list[at] = (byte)random.Next(256);
                    break;
                case 1:
                    list.RemoveRange(at, random.Next(1, list.Count - at + 1));
                    break;
                case 2:
                    list.InsertRange(at, list.GetRange(at, random.Next(1, list.Count - at + 1)));
                    break;
                default:
                    list.Insert(at, "<>&\"{}[]:,0 /="u8[random.Next(14)]);
                    break;
            }
        }

        return [.. list];
    }

    private static byte[] Bytes(string text) => Encoding.UTF8.GetBytes(text);

    private static string Text(byte[] bytes) => Encoding.UTF8.GetString(bytes);
}
