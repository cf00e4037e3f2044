using System.Security.Cryptography;
using System.Text;
using Patterns.Tables;

namespace Backends.Functions;

/// <summary>Where sessions are kept: by the hash of their token, so that the table is no list of tokens.</summary>
public static class Sessions
{
    public static ITable Table() => Patterns.Aws.Table.From(Environment.GetEnvironmentVariable("TABLE")!);

    public static TableKey KeyOf(string token) => new($"session#{Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(token)))}", "user");
}
