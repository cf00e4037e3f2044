using System.Collections.Frozen;
using Patterns.Local.Services.StepFunctions.Data;

namespace Patterns.Local.Services.StepFunctions.Language.Intrinsics;

/// <summary>The functions of the JSONPath form of the language.</summary>
internal static class IntrinsicFunctions
{
    public const string Format = "States.Format";

    private static readonly FrozenDictionary<string, IntrinsicFunction> ByName = new IntrinsicFunction[]
    {
        new(Format, 1, int.MaxValue, TextFunctions.Format, ReturnsText: true),
        new("States.StringToJson", 1, 1, TextFunctions.StringToJson),
        new("States.JsonToString", 1, 1, TextFunctions.JsonToString, ReturnsText: true),
        new("States.StringSplit", 2, 2, TextFunctions.StringSplit),
        new("States.UUID", 0, 0, _ => new TextData(Guid.NewGuid().ToString()), ReturnsText: true),
        new("States.Array", 0, int.MaxValue, arguments => new ArrayData(arguments.All)),
        new("States.ArrayPartition", 2, 2, ArrayFunctions.Partition),
        new("States.ArrayContains", 2, 2, ArrayFunctions.Contains),
        new("States.ArrayRange", 3, 3, ArrayFunctions.Range),
        new("States.ArrayGetItem", 2, 2, ArrayFunctions.GetItem, ReturnsText: true),
        new("States.ArrayLength", 1, 1, arguments => new NumberData(arguments.Array(0).Count)),
        new("States.ArrayUnique", 1, 1, ArrayFunctions.Unique),
        new("States.Base64Encode", 1, 1, EncodingFunctions.Encode, ReturnsText: true),
        new("States.Base64Decode", 1, 1, EncodingFunctions.Decode, ReturnsText: true),
        new("States.Hash", 2, 2, EncodingFunctions.Hash, ReturnsText: true),
        new("States.JsonMerge", 3, 3, ObjectFunctions.Merge),
        new("States.MathRandom", 2, 3, MathFunctions.Random),
        new("States.MathAdd", 2, 2, MathFunctions.Add),
    }.ToFrozenDictionary(function => function.Name);

    public static IEnumerable<string> Names => ByName.Keys;

    public static IntrinsicFunction? Find(string name) => ByName.GetValueOrDefault(name);
}
