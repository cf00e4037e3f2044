using System.Collections.Frozen;

namespace Patterns.Local.Templates.Intrinsics;

internal static class IntrinsicFunctions
{
    private static readonly UnsupportedFunction OnlyInConditions = new("can only be used in the section 'Conditions'", "name a condition and use Fn::If");

    private static readonly FrozenDictionary<string, IIntrinsicFunction> ByName = new Dictionary<string, IIntrinsicFunction>
    {
        [IntrinsicNames.Ref] = new RefFunction(),
        [IntrinsicNames.GetAtt] = new GetAttFunction(),
        [IntrinsicNames.Sub] = new SubFunction(),
        [IntrinsicNames.Join] = new JoinFunction(),
        [IntrinsicNames.If] = new IfFunction(),
        [IntrinsicNames.Select] = new SelectFunction(),
        [IntrinsicNames.Split] = new SplitFunction(),
        [IntrinsicNames.FindInMap] = new FindInMapFunction(),
        [IntrinsicNames.Base64] = new Base64Function(),
        [IntrinsicNames.Cidr] = new CidrFunction(),
        [IntrinsicNames.GetAZs] = new GetAZsFunction(),
        [IntrinsicNames.Length] = new LengthFunction(),
        [IntrinsicNames.ToJsonString] = new ToJsonStringFunction(),
        [IntrinsicNames.ImportValue] = new UnsupportedFunction(
            "reads an export of another stack, and a local run has one stack", "use a parameter with a default instead"),
        [IntrinsicNames.EqualTo] = OnlyInConditions,
        [IntrinsicNames.And] = OnlyInConditions,
        [IntrinsicNames.Or] = OnlyInConditions,
        [IntrinsicNames.Not] = OnlyInConditions,
        [IntrinsicNames.Condition] = OnlyInConditions,
    }.ToFrozenDictionary();

    public static IIntrinsicFunction Find(string name) => ByName[name];
}
