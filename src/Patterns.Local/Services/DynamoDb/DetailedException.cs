using System.Text.Json;

namespace Patterns.Local.Services.DynamoDb;

/// <summary>An error with members beside its message.</summary>
internal abstract class DetailedException(string code, string message) : AwsException(code, message)
{
    public abstract void WriteMembers(Utf8JsonWriter json);
}
