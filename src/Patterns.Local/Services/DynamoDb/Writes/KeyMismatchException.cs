namespace Patterns.Local.Services.DynamoDb.Writes;

/// <summary>A key or item has not the key attributes of its table; in a transaction, that cancels it.</summary>
internal sealed class KeyMismatchException(string message) : AwsException("ValidationException", message);
