using System.Security.Cryptography;
using Patterns.Backends;
using Patterns.Tables;

namespace Backends.Functions;

/// <summary>Plays the identity provider: whoever has a name has a session for an hour.</summary>
public sealed class SignIn() : BackendHandler(Define(Sessions.Table()))
{
    private static BackendContract Define(ITable table)
    {
        var contract = new BackendContract("sign-in");
        contract.Version(1).Send(HttpMethod.Post, "sessions", Json.Default.User, Json.Default.Session, async (_, user, cancellationToken) =>
        {
            var token = RandomNumberGenerator.GetHexString(32);
            await table.PutAsync(new TableItem(Sessions.KeyOf(token)) { ["name"] = user.Name, ExpiresAt = DateTimeOffset.UtcNow.AddHours(1) }, cancellationToken);
            return new Session(token);
        }, isAnonymous: true);
        return contract;
    }
}
