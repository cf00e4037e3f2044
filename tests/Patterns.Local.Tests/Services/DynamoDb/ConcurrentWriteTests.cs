using System.Globalization;

namespace Patterns.Local.Tests.Services.DynamoDb;

/// <summary>Writes of many threads are as if they came one after the other.</summary>
public sealed class ConcurrentWriteTests : IDisposable
{
    private const int Accounts = 6;
    private const int Opening = 100;

    private readonly DynamoDbFixture _aws = new();

    public ConcurrentWriteTests()
    {
        _aws.CreateTable("left");
        _aws.CreateTable("right");
        for (var account = 0; account < Accounts; account++)
        {
            _aws.Call("PutItem", $$$"""{"TableName":"{{{TableOf(account)}}}","Item":{"pk":{"S":"{{{account}}}"},"sk":{"N":"0"},"n":{"N":"{{{Opening}}}"} } }""");
        }
    }

    public void Dispose() => _aws.Dispose();

    [Fact]
    public void Transfers_between_tables_keep_the_sum()
    {
        Parallel.For(0, 8, worker =>
        {
            var random = new Random(worker);
            for (var i = 0; i < 100; i++)
            {
                var from = random.Next(Accounts);
                var to = (from + 1 + random.Next(Accounts - 1)) % Accounts;
                _aws.Send("TransactWriteItems", Transfer(from, to, random.Next(1, 40)));
                Assert.Equal(Accounts * Opening, Sum());
            }
        });

        Assert.All(Balances(), balance => Assert.True(balance >= 0));
    }

    [Fact]
    public void Of_many_conditional_puts_one_succeeds()
    {
        var successes = 0;
        Parallel.For(0, 50, worker =>
        {
            var (status, _) = _aws.Send("PutItem", $$$"""
                {"TableName":"left","Item":{"pk":{"S":"one"},"sk":{"N":"0"},"by":{"N":"{{{worker}}}"} },"ConditionExpression":"attribute_not_exists(pk)"}
                """);
            Interlocked.Add(ref successes, status == 200 ? 1 : 0);
        });

        Assert.Equal(1, successes);
    }

    [Fact]
    public void No_increment_is_lost()
    {
        Parallel.For(0, 500, _ => _aws.Call("UpdateItem", """
            {"TableName":"left","Key":{"pk":{"S":"count"},"sk":{"N":"0"}},"UpdateExpression":"ADD n :one","ExpressionAttributeValues":{":one":{"N":"1"}}}
            """));

        Assert.Equal("500", (string)_aws.Call("GetItem", """{"TableName":"left","Key":{"pk":{"S":"count"},"sk":{"N":"0"}}}""")["Item"]!["n"]!["N"]!);
    }

    private static string TableOf(int account) => account % 2 == 0 ? "left" : "right";

    private static string Get(int account) =>
        $$$"""{"Get":{"TableName":"{{{TableOf(account)}}}","Key":{"pk":{"S":"{{{account}}}"},"sk":{"N":"0"} } } }""";

    private static string Transfer(int from, int to, int amount) => $$"""{"TransactItems":[{{Move(from, "-", amount, "n >= :n")}},{{Move(to, "+", amount, "attribute_exists(pk)")}}]}""";

    private static string Move(int account, string sign, int amount, string condition) => $$$"""
        {"Update":{"TableName":"{{{TableOf(account)}}}","Key":{"pk":{"S":"{{{account}}}"},"sk":{"N":"0"} },
          "UpdateExpression":"SET n = n {{{sign}}} :n","ConditionExpression":"{{{condition}}}","ExpressionAttributeValues":{":n":{"N":"{{{amount}}}"} } } }
        """;

    private int Sum() => Balances().Sum();

    private List<int> Balances() =>
        [.. _aws.Call("TransactGetItems", $$"""{"TransactItems":[{{string.Join(',', Enumerable.Range(0, Accounts).Select(Get))}}]}""")["Responses"]!
            .AsArray().Select(response => int.Parse((string)response!["Item"]!["n"]!["N"]!, CultureInfo.InvariantCulture))];
}
