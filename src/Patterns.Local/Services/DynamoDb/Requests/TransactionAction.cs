namespace Patterns.Local.Services.DynamoDb.Requests;

/// <summary>One action of a transaction.</summary>
/// <param name="Kind"><c>Put</c>, <c>Update</c>, <c>Delete</c>, <c>ConditionCheck</c> or <c>Get</c>.</param>
/// <param name="Request">Its parameters.</param>
internal sealed record TransactionAction(string Kind, ItemRequest Request);
