using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;

namespace Command.Demo;

/// <summary>Plays the identity provider: gives out tokens, and has the authorizer know them.</summary>
internal sealed class Sessions(StackOutputs stack) : IDisposable
{
    private readonly AmazonDynamoDBClient _tables = new();

    public async Task<string> SignInAsync(string name, string role)
    {
        var token = RandomNumberGenerator.GetHexString(32);
        await _tables.PutItemAsync(stack.SessionsTableName, new Dictionary<string, AttributeValue>
        {
            ["pk"] = new($"session#{Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(token)))}"),
            ["sk"] = new("user"),
            ["name"] = new(name),
            ["role"] = new(role),
            ["expiresAt"] = new() { N = DateTimeOffset.UtcNow.AddHours(1).ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture) },
        });
        return token;
    }

    public void Dispose() => _tables.Dispose();
}
